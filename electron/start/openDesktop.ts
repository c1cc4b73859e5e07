import { join } from 'node:path'

import type { Result } from '../../core/contract/failure.ts'
import { fetchDesktopRuntime } from './fetchDesktopRuntime.ts'
import { canShowWindow, findDesktopRuntime } from './findDesktopRuntime.ts'
import { runChild } from './runChild.ts'

/** A window that is gone this soon, with an error, never opened. */
const openedMs = 15_000

export type DesktopEnd =
  | { readonly kind: 'closed'; readonly end: Result<null> }
  /** No window could be opened; `why` completes "No desktop window: …". */
  | { readonly kind: 'none'; readonly why: string }

/** Opens the console in a desktop window, downloading the runtime when it is not there, and waits until it is closed. */
export async function openDesktop(options: {
  readonly root: string
  readonly dataDir: string
  readonly stop: AbortSignal
}): Promise<DesktopEnd> {
  if (!canShowWindow(process)) return { kind: 'none', why: 'there is no display here' }
  const runtime = findDesktopRuntime(options.root, process.env) ?? (await download(options))
  if (typeof runtime !== 'string') return runtime
  const startedAt = Date.now()
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const ended = await runChild({
    program: runtime,
    words: [join(options.root, 'out', 'main', 'main.js'), '--data', options.dataDir],
    env,
    stop: options.stop,
  })
  if (options.stop.aborted || ended.status === 0) return { kind: 'closed', end: { ok: true, value: null } }
  if (Date.now() - startedAt < openedMs) {
    return { kind: 'none', why: `the runtime ended at once (${lastLine(ended.output)})` }
  }
  const message = `the desktop window ended with an error (${lastLine(ended.output)})`
  return { kind: 'closed', end: { ok: false, failure: { code: 'internal', message } } }
}

async function download(options: {
  readonly root: string
  readonly stop: AbortSignal
}): Promise<string | DesktopEnd> {
  const { stderr } = process
  stderr.write('Fetching the desktop runtime, about 120 MB (npm start -- --browser does without) ...\n')
  let told = 0
  const fetched = await fetchDesktopRuntime({
    ...options,
    onBytes: bytes => {
      const megabytes = Math.round(bytes / 1e6)
      if (stderr.isTTY) stderr.write(`\r  ${megabytes} MB`)
      else if (megabytes >= told + 10) stderr.write(`  ${(told = megabytes)} MB\n`)
    },
  })
  if (stderr.isTTY) stderr.write('\r\u001b[K')
  const stopped = { ok: false, failure: { code: 'cancelled', message: 'stopped while fetching' } } as const
  if (options.stop.aborted) return { kind: 'closed', end: stopped }
  const runtime = fetched.ok ? findDesktopRuntime(options.root, process.env) : undefined
  return (
    runtime ?? {
      kind: 'none',
      why: `the runtime could not be downloaded (${fetched.ok ? 'it is not where it should be' : fetched.why})`,
    }
  )
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim().slice(0, 200) || 'no reason given'
}
