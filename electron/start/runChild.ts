import { spawn } from 'node:child_process'

/** What a program may take to end politely. */
const graceMs = 400

export type ChildEnd = {
  /** Exit status; null when a signal ended it or it could not be started. */
  readonly status: number | null
  /** The last of what it printed. */
  readonly output: string
}

/**
 * Runs a program of ours to its end, and ends it with all that it started when `stop` is aborted. It gets a process group
 * of its own, so that nothing of it is left behind, and no input.
 */
export function runChild(child: {
  readonly program: string
  readonly words: readonly string[]
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly stop: AbortSignal
  readonly onOutput?: (text: string) => void
  /** How much of what it prints is kept, in characters. */
  readonly keep?: number
}): Promise<ChildEnd> {
  const { promise, resolve } = Promise.withResolvers<ChildEnd>()
  if (child.stop.aborted) return Promise.resolve({ status: null, output: '' })
  const spawned = spawn(child.program, [...child.words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: child.env ?? process.env,
    ...(child.cwd === undefined ? {} : { cwd: child.cwd }),
  })
  let output = ''
  const onData = (bytes: Buffer) => {
    output = (output + bytes.toString()).slice(-(child.keep ?? 20_000))
    child.onOutput?.(bytes.toString())
  }
  spawned.stdout.on('data', onData)
  spawned.stderr.on('data', onData)
  const endNow = () => signalGroup(spawned.pid, 'SIGKILL')
  const end = () => {
    signalGroup(spawned.pid, 'SIGTERM')
    setTimeout(endNow, graceMs).unref()
  }
  child.stop.addEventListener('abort', end, { once: true })
  process.on('exit', endNow)
  const finish = (status: number | null) => {
    child.stop.removeEventListener('abort', end)
    process.off('exit', endNow)
    resolve({ status, output })
  }
  spawned.once('error', () => finish(null))
  // Helpers that outlive the program go with it; they would also keep its output open.
  spawned.once('exit', endNow)
  spawned.once('close', finish)
  return promise
}

function signalGroup(id: number | undefined, signal: NodeJS.Signals): void {
  if (id === undefined) return
  try {
    process.kill(process.platform === 'win32' ? id : -id, signal)
  } catch {
    // It has ended by itself.
  }
}
