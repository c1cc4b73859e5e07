import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const backup = command({
  meta: { name: 'backup', description: 'Copy a workspace into one verified file' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder; may be in use' },
    out: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'The copy; must not be there yet',
    },
    ...jsonArgument,
  },
  async run(args) {
    const { backupWorkspace } = await import('../../db/backupWorkspace.ts')
    const { answer, refusal } = await import('./outcome.ts')
    const json = args.json === true
    const made = await backupWorkspace(args.data, args.out)
    if (!made.ok) return refusal({ subject: '', failure: made.failure }, json)
    const { file, bytes } = made.value
    const report = `${file}: ${bytes.toLocaleString('en-GB')} bytes, opened and checked\n`
    return answer({ status: 0, value: { ok: true, ...made.value }, report }, json)
  },
})
