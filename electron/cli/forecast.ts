import { command } from './command.ts'
import { orderFileValues } from './orderFileValues.ts'

export const forecast = command({
  meta: { name: 'forecast', description: 'Forecast one order' },
  args: {
    order: { type: 'string', required: true, valueHint: 'FILE', description: 'The order, as JSON' },
    profile: {
      type: 'string',
      valueHint: 'FILE',
      description: 'Market profile with edits, as JSON; the shipped one when left out',
    },
    data: { type: 'string', valueHint: 'DIR', description: 'Data folder; must be one that opens' },
    seed: { type: 'string', default: '1', valueHint: 'N', description: 'Seed of all chance' },
    replicates: {
      type: 'string',
      default: '2000',
      valueHint: 'N',
      description: 'Simulated deliveries, 10 to 100000',
    },
    threads: {
      type: 'string',
      valueHint: 'N',
      description: 'Simulation threads, 1 to 16; one for each core when left out',
    },
    json: { type: 'boolean', description: 'Print the result as one JSON document' },
  },
  notes: orderFileValues,
  async run(args) {
    const { forecastOutcome } = await import('./forecastOutcome.ts')
    return forecastOutcome(args, args.json === true)
  },
})
