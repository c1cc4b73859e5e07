import { once } from 'node:events'
import { createInterface } from 'node:readline'

import type { Result } from '../../core/contract/failure.ts'
import { createRecoverableBackend } from '../backend/recoverableBackend.ts'
import { startThread } from '../backend/startThread.ts'
import { canOpenBrowser, openBrowser, type BrowserOpening } from './openBrowser.ts'
import { usualIdleMinutes } from './usualIdleMinutes.ts'
import { startWebHost, type WebHost } from './webHost.ts'

export type ServeOptions = {
  readonly dataDir: string
  /** Answers the folder of the built page; asked for once the data folder has been found to open. */
  readonly page: () => Promise<Result<string>>
  readonly port: number
  /** False leaves every browser alone and only prints the address. */
  readonly open: boolean
  readonly stop: AbortSignal
  /** Stops by itself after so long without a page; 0 never does (X57). */
  readonly idleMinutes?: number
}

/**
 * Serves the console of a data folder until `stop`: prints the address, opens it where a browser can be opened, and prints
 * a fresh one for each Enter. Answers when everything is closed, or why it could not begin.
 */
export async function serveConsole(options: ServeOptions): Promise<Result<null>> {
  const backend = await createRecoverableBackend({ dataDir: options.dataDir, now: Date.now, startThread })
  if (!backend.ok) return backend
  const page = await options.page()
  if (!page.ok) {
    await backend.value.close()
    return page
  }
  const openings = new Map<string, BrowserOpening>()
  const forget = (address: string) => {
    openings.get(address)?.forget()
    openings.delete(address)
  }
  const host = await startWebHost({
    backend: backend.value,
    pageDir: page.value,
    port: options.port,
    now: Date.now,
    onEntered: forget,
  })
  if (options.port !== 0 && host.port !== options.port)
    say(`Port ${options.port} cannot be used; using ${host.port}.`)
  say(`Foreclick serves ${options.dataDir}`)
  if (options.open) await tryToOpen(host, openings)
  sayAddress(host)
  const keys = createInterface({ input: process.stdin })
  keys.on('line', () => sayAddress(host))
  const reason = await Promise.race([aborted(options.stop), idle(host, options)])
  if (reason === 'idle') say('No page of the console has been open for a while.')
  keys.close()
  for (const address of openings.keys()) forget(address)
  await within(800, Promise.all([host.close(), backend.value.close()]))
  say('Foreclick has stopped.')
  return { ok: true, value: null }
}

async function tryToOpen(host: WebHost, openings: Map<string, BrowserOpening>): Promise<void> {
  if (!canOpenBrowser(process)) {
    say('No browser can be opened from here; open the address below in one.')
    return
  }
  const address = host.mintToken()
  say('Opening the console in your browser. If it does not appear, open the address below.')
  openings.set(
    address,
    await openBrowser(address, () => say('The browser could not be opened; open the address above in one.')),
  )
}

function sayAddress(host: WebHost): void {
  say(`\n  ${host.mintToken()}\n\nIt works once, for a minute. Enter prints a fresh one, Ctrl+C stops.`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function aborted(signal: AbortSignal): Promise<'asked'> {
  if (!signal.aborted) await once(signal, 'abort')
  return 'asked'
}

/** Answers when nobody has used the host for the limit; never without one. */
function idle(host: WebHost, { idleMinutes = usualIdleMinutes, stop }: ServeOptions): Promise<'idle'> {
  const limitMs = idleMinutes * 60_000
  return new Promise(resolve => {
    if (limitMs === 0) return
    const timer = setInterval(
      () => {
        if (host.idleMs() < limitMs) return
        clearInterval(timer)
        resolve('idle')
      },
      Math.min(limitMs, 60_000),
    )
    stop.addEventListener('abort', () => clearInterval(timer), { once: true })
  })
}

/** Waits for `work`, but no longer than this: Ctrl+C stops within a second whatever hangs. */
async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  const limit = new Promise(resolve => void setTimeout(resolve, limitMs).unref())
  await Promise.race([work, limit])
}
