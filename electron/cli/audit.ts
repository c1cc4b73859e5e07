import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const audit = command({
  meta: { name: 'audit', description: 'Judge every order by the rules of an audit, offline' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder; may be in use' },
    order: { type: 'string', valueHint: 'ID', description: 'Only this order' },
    from: { type: 'string', valueHint: 'DATE', description: 'Only orders that run on this day or later' },
    to: { type: 'string', valueHint: 'DATE', description: 'Only orders that run on this day or earlier' },
    rerun: {
      type: 'boolean',
      default: true,
      description: 'Run frozen forecasts again and compare their digests',
      negativeDescription: 'Leave frozen forecasts as they are',
    },
    threads: {
      type: 'string',
      valueHint: 'N',
      description: 'Threads, 1 to 16; one for each core when left out',
    },
    ...jsonArgument,
  },
  notes: () =>
    'Status 0: no error is open. Status 1: one is, or not all records could be read. What was accepted or resolved in the\nconsole is not open. Nothing in the folder changes.\n',
  async run(args) {
    const { auditOutcome } = await import('./auditOutcome.ts')
    return auditOutcome(args, args.json === true)
  },
})
