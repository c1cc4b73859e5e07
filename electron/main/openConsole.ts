import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Result } from '../../core/contract/failure.ts'
import { createListeners } from '../backend/listeners.ts'
import { serveApp } from './appProtocol.ts'
import { BackendProcess } from './backendProcess.ts'
import { pushChannel } from './channels.ts'
import type { Electron } from './electron.ts'
import { hardenSession } from './hardenSession.ts'
import { handleCalls, requestOnly } from './ipc.ts'
import { menuTemplate } from './menuTemplate.ts'
import { openWindow } from './openWindow.ts'
import type { UpToDate } from './updates/keepUpToDate.ts'
import { startUpdates } from './updates/startUpdates.ts'
import { windowOptions } from './windowOptions.ts'

export type Places = {
  /** Absolute. */
  readonly dataDir: string
  readonly pageDir: string
  readonly preload: string
  /** The built entry of the utility process. */
  readonly backend: string
}

/** What a self-test does with the console: its window stays hidden. */
export type Watch = {
  /** Runs before the console opens, which it does not when this answers false. */
  readonly before: () => Promise<boolean>
  readonly answered: (method: string, result: Result<unknown>) => void
}

/** Opens the window, with the page served and the backend behind it. Throws when there is no built page. */
export function openConsole(
  electron: Electron,
  places: Places,
  say: (line: string) => void,
  watch?: Watch,
): void {
  const { app, BrowserWindow, ipcMain, Menu, nativeTheme, protocol, screen, session, utilityProcess } =
    electron
  if (!existsSync(join(places.pageDir, 'index.html')))
    throw new Error(`there is no built page in ${places.pageDir}; \`npm run build\` makes it`)
  // The default session can be older than the listener that hardens new ones.
  // oxlint-disable-next-line no-restricted-properties -- hardened here
  hardenSession(session.defaultSession, { allowDevTools: !app.isPackaged })
  serveApp(protocol, places.pageDir)
  const { push, subscribe } = createListeners()
  const backend = new BackendProcess(
    () =>
      // oxlint-disable-next-line no-restricted-properties -- the one backend
      utilityProcess.fork(places.backend, ['--data', places.dataDir], { serviceName: 'Foreclick backend' }),
    event => {
      push(event)
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        if (!webContents.isDestroyed() && !webContents.isCrashed()) webContents.send(pushChannel, event)
      }
    },
  )
  const refused = (reason: string) => {
    say(`request refused: ${reason}`)
  }
  handleCalls(
    ipcMain,
    requestOnly(async (method, payload) => {
      const result = await backend.request(method, payload)
      watch?.answered(method, result)
      return result
    }, refused),
    refused,
  )
  const { isPackaged } = app
  const request = (method: string, payload: unknown) => backend.request(method, payload)
  // A checkout is not replaced, nor is a program that only tests itself.
  const updates =
    isPackaged && watch === undefined ? startUpdates(electron, { request, subscribe }, say) : undefined
  endBackendFirst(app, backend, updates)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, isPackaged })))
  const options = windowOptions({
    preload: places.preload,
    isDark: nativeTheme.shouldUseDarkColors,
    isPackaged,
    workArea: screen.getPrimaryDisplay().workAreaSize,
  })
  const isHidden = watch !== undefined
  openWindow(BrowserWindow, { ...options, isHidden }, nativeTheme, reason => {
    say(`The window could not be opened: ${reason}`)
    app.exit(1)
  })
}

/** The program ends once the backend has closed its database, and only then is an update installed. */
function endBackendFirst(app: Electron['app'], backend: BackendProcess, updates?: UpToDate): void {
  let isClosed = false
  const close = async () => {
    const install = updates === undefined ? undefined : await updates.installation()
    await backend.close()
    isClosed = true
    const end = () => {
      app.quit()
    }
    if (install === undefined) end()
    else install(end)
  }
  app.on('will-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void close()
  })
}
