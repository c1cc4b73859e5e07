import { requestChannel } from '../../../electron/main/channels.ts'
import { startDesktop } from '../../../electron/main/startDesktop.ts'
import { makePage } from '../web/testHost.ts'
import { fakeElectron, frame } from './fakeElectron.ts'

type Options = Parameters<typeof fakeElectron>[0] & { readonly pageDir?: string; readonly dataDir?: string }

/** The whole shell on a stand-in for the runtime, with a page that a build could have made. */
export function startShell(options: Options = {}) {
  const shell = fakeElectron(options)
  const page = makePage()
  const said: string[] = []
  startDesktop(
    shell.electron,
    {
      dataDir: options.dataDir ?? '/data',
      pageDir: options.pageDir ?? page.pageDir,
      preload: '/program/preload.cjs',
      backend: '/program/backend.js',
    },
    line => said.push(line),
  )
  return {
    ...shell,
    said,
    call: (...sent: unknown[]) => shell.handlers.get(requestChannel)?.({ senderFrame: frame() }, ...sent),
    [Symbol.dispose]() {
      shell[Symbol.dispose]()
      page.remove()
    },
  }
}
