import { homedir } from 'node:os'

import { command } from './cli/command.ts'
import { endQuietly } from './cli/endQuietly.ts'
import { enterUserFolder } from './cli/enterUserFolder.ts'
import { refusal } from './cli/outcome.ts'
import { wholeNumber } from './cli/wholeNumber.ts'
import { defaultDataDir } from './start/defaultDataDir.ts'
import { usualPort } from './web/usualPort.ts'

const usualDataDir = defaultDataDir({ platform: process.platform, env: process.env, home: homedir() })

const start = command({
  program: 'npm',
  meta: { name: 'start --', description: 'Builds and opens the Foreclick console' },
  args: {
    data: { type: 'string', default: usualDataDir, valueHint: 'DIR', description: 'Data folder' },
    browser: { type: 'boolean', description: 'Open a browser rather than a desktop window' },
    open: {
      type: 'boolean',
      default: true,
      description: 'Open a window or a browser',
      negativeDescription: 'Open nothing, only serve and print the address',
    },
    port: {
      type: 'string',
      default: String(usualPort),
      valueHint: 'N',
      description: 'Port of the browser console',
    },
  },
  async run(args) {
    const port = wholeNumber('port', args.port, { least: 0, most: 65_535 })
    if (!port.ok) {
      const failure = { code: 'bad_input', message: 'no such port', problems: [port.problem] } as const
      return refusal({ subject: 'npm start', failure }, false)
    }
    const { startConsole } = await import('./start/startConsole.ts')
    const { data: dataDir, open, browser = false } = args
    const ended = await startConsole({ dataDir, port: port.value, open, browser })
    return ended.ok
      ? { status: 0, stdout: '', stderr: '' }
      : refusal({ subject: '', failure: ended.failure }, false)
  },
})

endQuietly('npm start')
enterUserFolder('start')
const words = process.argv.slice(2)
if (words.includes('--help') || words.includes('-h')) process.stdout.write(await start.usage())
else {
  const { status, stderr } = await start.run(words)
  process.stderr.write(stderr)
  process.exit(status)
}
