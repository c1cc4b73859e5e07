import type { App } from 'electron'

type Starting = Pick<App, 'requestSingleInstanceLock' | 'exit' | 'whenReady'> & {
  on(event: 'second-instance', listener: () => void): unknown
}

/**
 * Opens the console in the first instance only. A second one ends before it touches the database, and the first comes
 * to the front (D30). Where opening fails, the program ends with status 1 and one line, not as a process without a window.
 */
export function startOnce(
  app: Starting,
  console: {
    readonly open: () => Promise<void>
    readonly focus: () => void
    readonly say: (line: string) => void
  },
): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  app.on('second-instance', console.focus)
  app
    .whenReady()
    .then(console.open)
    .catch((error: unknown) => {
      console.say(`The window could not be opened: ${error instanceof Error ? error.message : String(error)}`)
      app.exit(1)
    })
}
