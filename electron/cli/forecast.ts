import { chanceArguments } from './chanceOptions.ts'
import { command } from './command.ts'
import { jsonArgument, orderArguments } from './orderArguments.ts'
import { orderFileValues } from './orderFileValues.ts'

export const forecast = command({
  meta: { name: 'forecast', description: 'Forecast one order' },
  args: {
    ...orderArguments,
    data: {
      type: 'string',
      valueHint: 'DIR',
      description: 'Data folder: forecast with what it learnt and its assumptions',
    },
    ...chanceArguments('2000'),
    ...jsonArgument,
  },
  notes: orderFileValues,
  async run(args) {
    const { forecastOutcome } = await import('./forecastOutcome.ts')
    return forecastOutcome(args, args.json === true)
  },
})
