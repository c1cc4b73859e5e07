import { command } from './command.ts'
import { jsonArgument } from './orderArguments.ts'

export const verify = command({
  meta: { name: 'verify', description: 'Check an evidence pack; needs no data folder' },
  args: {
    pack: { type: 'positional', required: true, valueHint: 'FILE', description: 'The evidence pack' },
    checkpoint: {
      type: 'string',
      valueHint: 'FILE',
      description: 'A checkpoint that was exported earlier: shows whether the end of the log was cut off',
    },
    key: {
      type: 'string',
      valueHint: 'KEY-ID',
      description: 'Id of the key that is expected, as it is printed on documents',
    },
    ...jsonArgument,
  },
  async run(args) {
    const { verifyOutcome } = await import('./verifyOutcome.ts')
    return verifyOutcome(args, args.json === true)
  },
})
