import { chanceArguments } from './chanceOptions.ts'
import { command } from './command.ts'
import { jsonArgument, orderArguments } from './orderArguments.ts'
import { orderFileValues } from './orderFileValues.ts'

export const curve = command({
  meta: { name: 'curve', description: 'What one order delivers at sixteen budgets, and which is best' },
  args: { ...orderArguments, ...chanceArguments('1000'), ...jsonArgument },
  notes: orderFileValues,
  async run(args) {
    const { curveOutcome } = await import('./curveOutcome.ts')
    return curveOutcome(args, args.json === true)
  },
})
