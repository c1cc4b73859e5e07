import { command } from './command.ts'
import { historyArgument, historyNotes, rowsArgument, targetsArgument } from './learningOptions.ts'
import { jsonArgument } from './orderArguments.ts'

export const predict = command({
  meta: { name: 'predict', description: 'Forecast the units of a file from a delivery history' },
  args: {
    ...historyArgument,
    units: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'Units to forecast: the same header, spend and period known, counts blank',
    },
    rows: { ...rowsArgument, required: true },
    targets: targetsArgument,
    seed: { type: 'string', default: '1', valueHint: 'N', description: 'Seed of all chance' },
    ...jsonArgument,
  },
  notes: historyNotes,
  async run(args) {
    const { predictOutcome } = await import('./predictOutcome.ts')
    return predictOutcome(args, args.json === true)
  },
})
