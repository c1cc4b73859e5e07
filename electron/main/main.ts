import { join } from 'node:path'
import { parseArgs } from 'node:util'

import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron'

import { appScheme, serveApp } from './appProtocol.ts'
import { createBackendProcess } from './backendProcess.ts'
import { pageOrigin, pushChannel } from './channels.ts'
import { answerRequests } from './ipc.ts'
import { guardNavigation } from './navigation.ts'
import { safeOpenExternal } from './openExternal.ts'
import { denyPermissions } from './permissions.ts'
import { startOnce } from './startOnce.ts'
import { windowOptions } from './windowOptions.ts'

// Wiring only: a rule that lives here cannot be used by the other two hosts.
const { values } = parseArgs({ options: { data: { type: 'string' } }, strict: false })
const dataDir =
  typeof values['data'] === 'string' ? values['data'] : join(app.getPath('userData'), 'workspace')

// SECURITY: every renderer is sandboxed, whatever its window asks for (X4).
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appScheme])
Menu.setApplicationMenu(
  process.platform === 'darwin'
    ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
    : null,
)

startOnce(app, {
  open,
  focus: () => {
    BrowserWindow.getAllWindows()[0]?.focus()
  },
})

app.on('web-contents-created', (_event, contents) => {
  guardNavigation(contents, url => {
    safeOpenExternal(url, address => shell.openExternal(address))
  })
})
app.on('window-all-closed', () => {
  app.quit()
})

function open(): void {
  denyPermissions(session.defaultSession)
  serveApp(protocol, join(import.meta.dirname, '../renderer'))
  const fork = () =>
    utilityProcess.fork(join(import.meta.dirname, 'backend.js'), ['--data', dataDir], {
      serviceName: 'Foreclick backend',
    })
  const backend = createBackendProcess(fork, event => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(pushChannel, event)
  })
  answerRequests(
    ipcMain,
    (method, payload) => backend.request(method, payload),
    reason => {
      process.stderr.write(`request refused: ${reason}\n`)
    },
  )
  app.on('will-quit', () => {
    backend.close()
  })
  const preload = join(import.meta.dirname, '../preload/preload.cjs')
  const window = new BrowserWindow(
    windowOptions({ preload, isDark: nativeTheme.shouldUseDarkColors, isPackaged: app.isPackaged }),
  )
  window.once('ready-to-show', () => {
    window.show()
  })
  void window.loadURL(`${pageOrigin}/`)
}
