import type { Problem } from '../../core/contract/failure.ts'
import { usualIdleMinutes } from '../web/usualIdleMinutes.ts'
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
    idle: {
      type: 'string',
      default: String(usualIdleMinutes),
      valueHint: 'MINUTES',
      description: 'Stop after so long without an open page; 0 never does',
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
    if (!port.ok) return wrong('no such port', port.problem)
    const idle = wholeNumber('idle', args.idle, { least: 0, most: 10_080 })
    if (!idle.ok) return wrong('no such time', idle.problem)
    const { stopSignal } = await import('../web/stopSignal.ts')
    const { serveBuilt } = await import('../start/serveBuilt.ts')
    const stop = stopSignal()
    const served = await serveBuilt({
      dataDir: args.data,
      port: port.value,
      open: args.open,
      stop,
      idleMinutes: idle.value,
    })
    return served.ok
      ? { status: 0, stdout: '', stderr: '' }
      : refusal({ subject: '', failure: served.failure }, false)
  },
})

function wrong(message: string, problem: Problem) {
  return refusal(
    { subject: 'foreclick serve', failure: { code: 'bad_input', message, problems: [problem] } },
    false,
  )
}
