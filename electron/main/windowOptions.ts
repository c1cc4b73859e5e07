import type { BrowserWindowConstructorOptions } from 'electron'

/** SECURITY: no Node in the page, its own world, a sandbox, web security on, no developer tools in a release (X2-X6, X15). */
export function windowOptions(look: {
  readonly preload: string
  readonly isDark: boolean
  readonly isPackaged: boolean
}): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Foreclick',
    // The grounds of the two themes: no white flash before the first paint.
    backgroundColor: look.isDark ? '#121311' : '#f7f6f3',
    webPreferences: {
      preload: look.preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !look.isPackaged,
      spellcheck: false,
    },
  }
}
