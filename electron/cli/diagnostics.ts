import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const diagnostics = command({
  meta: { name: 'diagnostics', description: 'Show the state of a data folder, to be read and shared' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder; may be in use' },
    ...jsonArgument,
  },
  async run(args) {
    const { checkWorkspace } = await import('../../db/checkWorkspace.ts')
    const { dataFolderAt } = await import('../../db/dataFolder.ts')
    const { diagnosticsText } = await import('../backend/log/diagnosticsText.ts')
    const { createLog } = await import('../backend/log/log.ts')
    const { answer, refusal } = await import('./outcome.ts')
    const { whyNotOurs } = await import('./whyNotOurs.ts')
    const json = args.json === true
    const dataDir = args.data
    const unknown = whyNotOurs(dataFolderAt(dataDir).database)
    if (unknown !== undefined) return refusal({ subject: '', failure: unknown }, json)
    const checked = checkWorkspace(dataDir)
    if (!checked.ok) return refusal({ subject: '', failure: checked.failure }, json)
    const log = createLog({ dataDir, now: Date.now })
    const text = diagnosticsText({ dataDir, now: Date.now, log, checked })
    return answer({ status: 0, value: { text }, report: text }, json)
  },
})
