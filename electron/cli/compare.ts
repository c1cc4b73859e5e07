import { chanceArguments } from './chanceOptions.ts'
import { command } from './command.ts'
import { jsonArgument, orderArguments } from './orderArguments.ts'
import { orderFileValues } from './orderFileValues.ts'
import { repeatedValues } from './repeatedValues.ts'

export const compare = command({
  meta: { name: 'compare', description: 'How orders differ from the first of them, under the same chance' },
  args: {
    ...orderArguments,
    order: { ...orderArguments.order, description: 'An order, as JSON; give it 2 to 6 times' },
    ...chanceArguments('2000'),
    ...jsonArgument,
  },
  repeatable: ['order'],
  notes: orderFileValues,
  async run(args, words) {
    const { compareOutcome } = await import('./compareOutcome.ts')
    return compareOutcome({ ...args, files: repeatedValues(words, 'order') }, args.json === true)
  },
})
