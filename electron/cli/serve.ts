import { usualPort } from '../web/usualPort.ts'
import { command } from './command.ts'
import { refusal } from './outcome.ts'
import { wholeNumber } from './wholeNumber.ts'

export const serve = command({
  meta: { name: 'serve', description: 'Serve the console to a browser of this machine' },
  args: {
    data: {
      type: 'string',
      required: true,
      valueHint: 'DIR',
      description: 'Data folder; made when it is not there',
    },
    port: {
      type: 'string',
      default: String(usualPort),
      valueHint: 'N',
      description: 'Port; another free one when it is taken',
    },
    open: {
      type: 'boolean',
      default: true,
      description: 'Open a browser',
      negativeDescription: 'Open no browser, only print the address',
    },
  },
  async run(args) {
    const port = wholeNumber('port', args.port, { least: 0, most: 65_535 })
    if (!port.ok) {
      const failure = { code: 'bad_input', message: 'no such port', problems: [port.problem] } as const
      return refusal({ subject: 'foreclick serve', failure }, false)
    }
    const { stopSignal } = await import('../web/stopSignal.ts')
    const { serveBuilt } = await import('../start/serveBuilt.ts')
    const stop = stopSignal()
    const served = await serveBuilt({ dataDir: args.data, port: port.value, open: args.open, stop })
    return served.ok
      ? { status: 0, stdout: '', stderr: '' }
      : refusal({ subject: '', failure: served.failure }, false)
  },
})
