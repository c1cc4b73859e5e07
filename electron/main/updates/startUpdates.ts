import type { WebRequest } from 'electron'
import * as v from 'valibot'

import type { Result } from '../../../core/contract/failure.ts'
import { type PushEvent, runStarted } from '../../../core/contract/runs.ts'
import type { Electron } from '../electron.ts'
import { keepUpToDate, type Updater, type UpToDate } from './keepUpToDate.ts'
import { updaterOver } from './updaterOver.ts'

/** The start has more urgent things to do. */
const firstLookMs = 10_000

type Backend = {
  readonly request: (method: string, payload: unknown) => Promise<Result<unknown>>
  readonly subscribe: (listener: (event: PushEvent) => void) => () => void
}

/** Keeps a release up to date: looks once it has started, and when a person agrees to it in the settings. */
export function startUpdates(
  electron: Electron,
  backend: Backend,
  say: (line: string) => void,
  open = (feed: string): Promise<Updater> => openUpdater(electron, feed),
): UpToDate {
  const { app, powerMonitor } = electron
  const updates = keepUpToDate({
    version: app.getVersion(),
    request: backend.request,
    backUp: () => backUp(backend),
    open,
    say,
  })
  powerMonitor.on('shutdown', updates.systemEnds)
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', updates.systemEnds)
  })
  setTimeout(() => void updates.look(), firstLookMs).unref()
  backend.subscribe(event => {
    if (event.kind === 'changed' && event.what === 'settings') void updates.look()
  })
  return updates
}

/** A backup counts when its run is done, which is after the copy was opened and checked. */
async function backUp({ request, subscribe }: Backend): Promise<Result<unknown>> {
  const ends = new Map<string, Result<unknown>>()
  const heard = Promise.withResolvers<void>()
  let wanted: string | undefined
  const stop = subscribe(event => {
    if (event.kind === 'done') ends.set(event.runId, { ok: true, value: null })
    if (event.kind === 'failed') ends.set(event.runId, { ok: false, failure: event.failure })
    if (wanted !== undefined && ends.has(wanted)) heard.resolve()
  })
  const started = await request('backUp', {})
  if (!started.ok) {
    stop()
    return started
  }
  wanted = v.parse(runStarted, started.value).runId
  // The end may have come before the answer.
  if (!ends.has(wanted)) await heard.promise
  stop()
  return ends.get(wanted) ?? { ok: false, failure: { code: 'internal', message: 'the backup has no end' } }
}

async function openUpdater({ session }: Electron, feed: string): Promise<Updater> {
  // oxlint-disable-next-line no-restricted-properties -- the updater's own, with a person's consent
  allowFeed(session.fromPartition('electron-updater', { cache: false }).webRequest, feed)
  const { autoUpdater } = await import('electron-updater')
  return updaterOver(autoUpdater, feed)
}

/** SECURITY: the updater's partition, which like every other asks nothing of the network, may ask this feed (X1). */
export function allowFeed(webRequest: Pick<WebRequest, 'onBeforeRequest'>, feed: string): void {
  const { origin } = new URL(feed)
  webRequest.onBeforeRequest(({ url }, callback) => {
    callback({ cancel: URL.parse(url)?.origin !== origin })
  })
}
