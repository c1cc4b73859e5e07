import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const checkpoint = command({
  meta: { name: 'checkpoint', description: 'Write a signed checkpoint of the log, to be kept elsewhere' },
  args: {
    data: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'Data folder; must not be in use',
    },
    out: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'The checkpoint; must not be there yet',
    },
    ...jsonArgument,
  },
  async run(args) {
    const { checkpointOutcome } = await import('./checkpointOutcome.ts')
    return checkpointOutcome(args, args.json === true)
  },
})
