import type { BrowserWindowConstructorOptions, Size } from 'electron'

type Surroundings = {
  readonly preload: string
  readonly isDark: boolean
  readonly isPackaged: boolean
  readonly workArea: Size
}

/** The console's window: as large as it likes to be and the screen allows, and next time as it was left. */
export function windowOptions(surroundings: Surroundings): BrowserWindowConstructorOptions {
  return {
    name: 'console',
    windowStatePersistence: true,
    width: Math.min(1440, surroundings.workArea.width),
    height: Math.min(900, surroundings.workArea.height),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Foreclick',
    autoHideMenuBar: true,
    backgroundColor: ground(surroundings.isDark),
    webPreferences: {
      preload: surroundings.preload,
      // SECURITY: no Node in the page, in its workers or its frames (X2).
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      // SECURITY: the preload lives in a world of its own, in a sandboxed process (X3, X4).
      contextIsolation: true,
      sandbox: true,
      // SECURITY: origins are kept apart, nothing insecure or experimental runs, no webview (X6).
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      // SECURITY: a file that is dropped on the window does not replace the page (X8).
      navigateOnDragDrop: false,
      // SECURITY: no navigation by the middle button, no developer tools in a release (X15).
      disableBlinkFeatures: 'Auxclick',
      devTools: !surroundings.isPackaged,
      // SECURITY: the spell checker downloads its dictionaries, and nothing here leaves the machine (X1).
      spellcheck: false,
    },
  }
}

/** The page's ground in either theme, so that nothing flashes before the first paint. */
export function ground(isDark: boolean): string {
  return isDark ? '#121311' : '#f7f6f3'
}
