import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const exportFile = command({
  meta: { name: 'export', description: 'Write records as CSV or XLSX, or the whole workspace as an archive' },
  args: {
    data: { type: 'string', required: true, valueHint: 'DIR', description: 'Data folder; may be in use' },
    what: {
      type: 'string',
      required: true,
      valueHint: 'WHAT',
      description: 'orders, creators, videos, deliveries, history (interfaces.md 4) or workspace',
    },
    out: {
      type: 'string',
      required: true,
      valueHint: 'FILE',
      description: 'New file: .csv or .xlsx; .zip for the workspace',
    },
    ...jsonArgument,
  },
  async run(args) {
    const { exportOutcome } = await import('./exportOutcome.ts')
    return exportOutcome(args, args.json === true)
  },
})
