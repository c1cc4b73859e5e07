import { chanceArguments } from './chanceOptions.ts'
import { command } from './command.ts'
import { jsonArgument, orderArguments } from './orderArguments.ts'
import { orderFileValues } from './orderFileValues.ts'
import { repeatedValues } from './repeatedValues.ts'

export const allocate = command({
  meta: { name: 'allocate', description: 'Split one budget over several orders' },
  args: {
    ...orderArguments,
    order: { ...orderArguments.order, description: 'An order, as JSON; give it 2 to 12 times' },
    budget: {
      type: 'string',
      required: true,
      valueHint: 'AMOUNT',
      description: 'The budget to split, net of tax, like 300.00 or 3000000',
    },
    maximise: { type: 'string', default: 'clicks', valueHint: 'WHAT', description: 'clicks or profit' },
    ...chanceArguments('2000'),
    ...jsonArgument,
  },
  repeatable: ['order'],
  notes: orderFileValues,
  async run(args, words) {
    const { allocateOutcome } = await import('./allocateOutcome.ts')
    return allocateOutcome({ ...args, files: repeatedValues(words, 'order') }, args.json === true)
  },
})
