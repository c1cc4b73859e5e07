import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const restore = command({
  meta: { name: 'restore', description: 'Put a backup in the place of a workspace, keeping what was there' },
  args: {
    data: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'Data folder; must not be in use',
    },
    from: { type: 'string', valueHint: 'FILE', description: 'The backup' },
    undo: { type: 'boolean', description: 'Take the last restore back' },
    ...jsonArgument,
  },
  async run(args) {
    const { restoreOutcome } = await import('./restoreOutcome.ts')
    return restoreOutcome(args, args.json === true)
  },
})
