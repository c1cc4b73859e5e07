import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme } from 'electron'

import { pageOrigin } from './isPage.ts'
import { ground } from './windowOptions.ts'

/** A page that dies more often than this is left to its user. */
const reloads = 3

/** Opens the window with the page in it, shown once the page has something to show. */
export function openWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  options: BrowserWindowConstructorOptions,
  nativeTheme: Pick<NativeTheme, 'on' | 'off' | 'shouldUseDarkColors'>,
): BrowserWindow {
  const window = new Window(options)
  const followTheme = () => {
    window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors))
  }
  nativeTheme.on('updated', followTheme)
  window.once('closed', () => nativeTheme.off('updated', followTheme))
  window.once('ready-to-show', () => {
    window.show()
  })
  let deaths = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && ++deaths <= reloads) window.webContents.reload()
  })
  // A page that could not be loaded is an empty window, and the shell has said why.
  window.loadURL(`${pageOrigin}/`).catch(() => {})
  return window
}
