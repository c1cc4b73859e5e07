import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'
import { repeatedValues } from './repeatedValues.ts'

export const evidence = command({
  meta: { name: 'evidence', description: 'Pack the evidence of paid orders into one signed file' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder' },
    order: { type: 'string', valueHint: 'ID', description: 'An order; may be given more than once' },
    from: {
      type: 'string',
      valueHint: 'DATE',
      description: 'Only orders that run on this day or later, YYYY-MM-DD',
    },
    to: {
      type: 'string',
      valueHint: 'DATE',
      description: 'Only orders that run on this day or earlier, YYYY-MM-DD',
    },
    out: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'The ZIP; must not be there yet',
    },
    ...jsonArgument,
  },
  repeatable: ['order'],
  notes: () =>
    'Without --order, --from and --to all paid orders and the whole log are packed. Check a pack with: foreclick verify FILE\n',
  async run(args, words) {
    const { evidenceOutcome } = await import('./evidenceOutcome.ts')
    return evidenceOutcome({ ...args, orders: repeatedValues(words, 'order') }, args.json === true)
  },
})
