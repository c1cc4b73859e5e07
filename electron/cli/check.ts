import { command } from './command.ts'

export const check = command({
  meta: { name: 'check', description: 'Check the integrity of a data folder' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder' },
    json: { type: 'boolean', description: 'Print the result as one JSON document' },
  },
  async run(args) {
    const { checkOutcome } = await import('./checkOutcome.ts')
    return checkOutcome(args.data, args.json === true)
  },
})
