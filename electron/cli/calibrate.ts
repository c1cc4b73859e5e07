import { command } from './command.ts'
import { historyArgument, historyNotes } from './learningOptions.ts'
import { jsonArgument } from './orderArguments.ts'

export const calibrate = command({
  meta: { name: 'calibrate', description: 'Learn from a delivery history, with a report per entry' },
  args: {
    ...historyArgument,
    out: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'Calibration file to write; one that is there is replaced',
    },
    market: {
      type: 'string',
      valueHint: 'CODE',
      description: 'Learn from the rows of this country alone, like GB or ID',
    },
    ...jsonArgument,
  },
  notes: historyNotes,
  async run(args) {
    const { calibrateOutcome } = await import('./calibrateOutcome.ts')
    return calibrateOutcome(args, args.json === true)
  },
})
