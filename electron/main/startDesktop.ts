import { mkdirSync } from 'node:fs'

import { appScheme } from './appProtocol.ts'
import type { Electron } from './electron.ts'
import { hardenSession } from './hardenSession.ts'
import { refuseMessages } from './ipc.ts'
import { guardNavigation } from './navigation.ts'
import { openConsole, type Places, type Watch } from './openConsole.ts'
import { safeOpenExternal } from './openExternal.ts'
import { denyBluetooth } from './permissions.ts'
import { profileDir } from './profileDir.ts'
import { startOnce } from './singleInstance.ts'

/** Starts the desktop shell: everything that must be in force before the runtime is ready, then the window. */
export function startDesktop(
  electron: Electron,
  places: Places,
  say: (line: string) => void,
  watch?: Watch,
): void {
  const { app, BrowserWindow, protocol, shell } = electron
  app.setName('Foreclick')
  // SECURITY: an AppImage starts what it holds without a sandbox where the system grants none; a release says so instead (K8).
  if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox')) {
    say('Foreclick does not run without its sandbox, and the system grants programs none.')
    app.exit(1)
    return
  }
  // SECURITY: every renderer is sandboxed, whatever its window asks for (X4).
  app.enableSandbox()
  // SECURITY: what the page was shown is not kept on the disk a second time (X15).
  // oxlint-disable-next-line no-restricted-properties -- the only switch
  app.commandLine.appendSwitch('disable-http-cache')
  // oxlint-disable-next-line no-restricted-properties -- the one scheme, before ready
  protocol.registerSchemesAsPrivileged([appScheme])
  const profile = profileDir(app.getPath('appData'), places.dataDir)
  mkdirSync(profile, { recursive: true })
  app.setPath('userData', profile)
  app.on('session-created', session => {
    hardenSession(session, { allowDevTools: !app.isPackaged })
  })
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, address => {
      // oxlint-disable-next-line no-restricted-properties -- the one way out
      safeOpenExternal(address, known => shell.openExternal(known))
    })
    denyBluetooth(contents)
    refuseMessages(contents, reason => {
      say(`message refused: ${reason}`)
    })
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  startOnce(app, {
    open: async () => {
      if (watch === undefined || (await watch.before())) openConsole(electron, places, say, watch)
    },
    focus: () => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.isMinimized()) window.restore()
        window.focus()
      }
    },
    say,
  })
}
