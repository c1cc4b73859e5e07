import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runChild } from './runChild.ts'

export type Fetched = { readonly ok: true } | { readonly ok: false; readonly why: string }

const pollMs = 250

/**
 * Runs Electron's own download. What arrives is measured by the files it writes, in a temporary folder of its own and in
 * the package; when they stop growing for `stallMs`, it is ended and given up.
 */
export async function fetchDesktopRuntime(options: {
  readonly root: string
  readonly stop: AbortSignal
  readonly stallMs?: number
  /** Called as it goes on, with the number of bytes that have arrived. */
  readonly onBytes: (bytes: number) => void
}): Promise<Fetched> {
  const stallMs = options.stallMs ?? 10_000
  const folder = join(options.root, 'node_modules', 'electron')
  const temporary = mkdtempSync(join(tmpdir(), 'foreclick-runtime-'))
  const stalled = new AbortController()
  let arrived = 0
  let changedAt = Date.now()
  const watch = setInterval(() => {
    const bytes = sizeOf(temporary) + sizeOf(join(folder, 'dist'))
    if (bytes !== arrived) {
      changedAt = Date.now()
      arrived = bytes
      options.onBytes(bytes)
    } else if (Date.now() - changedAt >= stallMs) stalled.abort()
  }, pollMs)
  try {
    const ended = await runChild({
      program: process.execPath,
      words: [join(folder, 'install.js')],
      env: {
        ...process.env,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
      },
      stop: AbortSignal.any([options.stop, stalled.signal]),
    })
    if (options.stop.aborted) return { ok: false, why: 'stopped' }
    if (stalled.signal.aborted) return { ok: false, why: `nothing arrived for ${stallMs / 1000} s` }
    return ended.status === 0 ? { ok: true } : { ok: false, why: reasonOf(ended.output) }
  } finally {
    clearInterval(watch)
    rmSync(temporary, { recursive: true, force: true })
  }
}

function sizeOf(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry =>
      entry.isFile(),
    )
    return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  } catch {
    // It is not there yet, or moves away while it is counted.
    return 0
  }
}

/** The words of the error and the system's name of its cause, without places in somebody's code. */
function reasonOf(output: string): string {
  const words = /^\s*\[?\w*Error:? (.+?)\]?(?: \{)?$/m.exec(output)?.[1] ?? 'the download failed'
  const cause = /\bcode: '(\w+)'/.exec(output)?.[1]
  return cause === undefined ? words : `${words}, ${cause}`
}
