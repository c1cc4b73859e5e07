import { command } from './command.ts'

export const demo = command({
  meta: { name: 'demo', description: 'Make a demo workspace in an empty folder' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'New or empty data folder' },
    json: { type: 'boolean', description: 'Print the result as one JSON document' },
  },
  async run(args) {
    const { demoOutcome } = await import('./demoOutcome.ts')
    return demoOutcome(args.data, args.json === true)
  },
})
