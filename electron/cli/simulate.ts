import { command } from './command.ts'
import { jsonArgument, orderArguments } from './orderArguments.ts'
import { orderFileValues } from './orderFileValues.ts'

export const simulate = command({
  meta: { name: 'simulate', description: 'One possible delivery of an order, day by day' },
  args: {
    ...orderArguments,
    seed: { type: 'string', default: '1', valueHint: 'N', description: 'Seed of all chance' },
    engine: {
      type: 'string',
      default: 'slot',
      valueHint: 'NAME',
      description: 'slot, half hour by half hour, or plain, opportunity by opportunity',
    },
    ...jsonArgument,
  },
  notes: orderFileValues,
  async run(args) {
    const { simulateOutcome } = await import('./simulateOutcome.ts')
    return simulateOutcome(args, args.json === true)
  },
})
