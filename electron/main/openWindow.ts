import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme } from 'electron'

import { pageOrigin } from './isPage.ts'
import { ground } from './windowOptions.ts'

/** A page that dies more often than this is left to its user. */
const reloads = 3

/**
 * Opens the window with the page in it, shown once the page has something to show. `failed` is told why nothing will ever
 * be shown.
 */
export function openWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  { isHidden, ...options }: BrowserWindowConstructorOptions & { readonly isHidden: boolean },
  nativeTheme: Pick<NativeTheme, 'on' | 'off' | 'shouldUseDarkColors'>,
  failed: (reason: string) => void,
): void {
  const window = new Window(options)
  const followTheme = () => {
    window.setBackgroundColor(ground(nativeTheme.shouldUseDarkColors))
  }
  nativeTheme.on('updated', followTheme)
  window.once('closed', () => nativeTheme.off('updated', followTheme))
  window.once('ready-to-show', () => {
    if (!isHidden) window.show()
  })
  let deaths = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && ++deaths <= reloads) window.webContents.reload()
  })
  window.loadURL(`${pageOrigin}/`).catch((error: unknown) => {
    // A load that was overtaken by another one is rejected too, after the window was shown.
    if (!window.isDestroyed() && !window.isVisible()) failed(String(error))
  })
}
