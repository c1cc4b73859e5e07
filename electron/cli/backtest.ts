import { command } from './command.ts'
import { historyArgument, historyNotes, rowsArgument, targetsArgument } from './learningOptions.ts'
import { jsonArgument } from './orderArguments.ts'

export const backtest = command({
  meta: { name: 'backtest', description: 'How right forecasts are on units that they had not seen' },
  args: {
    ...historyArgument,
    'split-on': {
      type: 'string',
      valueHint: 'DATE',
      description: 'Learn from rows that end before this date, test on those from it on',
    },
    folds: { type: 'string', valueHint: 'K', description: 'Forecast each of K parts from the others' },
    rolling: {
      type: 'string',
      valueHint: 'DAYS',
      description: 'With --split-on: forecast from every so many days on',
    },
    targets: targetsArgument,
    rows: rowsArgument,
    seed: { type: 'string', default: '1', valueHint: 'N', description: 'Seed of the folds' },
    threads: {
      type: 'string',
      valueHint: 'N',
      description: 'Threads, 1 to 16; one for each core when left out',
    },
    ...jsonArgument,
  },
  notes: () =>
    `${historyNotes()}\n  Without --split-on and --folds the last 30% of the rows are tested, or five folds where rows have no dates.\n`,
  async run(args) {
    const { backtestOutcome } = await import('./backtestOutcome.ts')
    return backtestOutcome(args, args.json === true)
  },
})
