import type { App } from 'electron'

type Starting = Pick<App, 'requestSingleInstanceLock' | 'exit' | 'whenReady'> & {
  on(event: 'second-instance', listener: () => void): unknown
}

/**
 * Opens the console in the first instance only. A second one ends before it touches the database, and the first comes to
 * the front (D30).
 */
export function startOnce(
  app: Starting,
  console: { readonly open: () => void; readonly focus: () => void },
): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.on('second-instance', console.focus)
  void app.whenReady().then(console.open)
}
