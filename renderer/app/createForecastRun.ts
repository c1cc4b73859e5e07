import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup } from 'solid-js'

import type { Failure } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { onPush, request } from './client.ts'
import { connection } from './connection.ts'
import { ForecastRunner, type ForecastView } from './forecastRunner.ts'

/**
 * The forecast that is shown is the one that is frozen at payment, byte for byte, so both use the same replicates and
 * seed: enough of them to keep the error of P10 and P90 under 2% (FO7). They are also the command line's defaults, and the
 * same seed for every order keeps chance out of the difference between two settings of a slider.
 */
export const forecastReplicates = 2000
export const forecastSeed = 1

export type ForecastRun = {
  /** The last good result; it stays on screen while a newer one refines. */
  readonly result: () => ForecastResult | undefined
  /** The draft that `result` belongs to: older than the one being typed while a newer result is on its way. */
  readonly shownDraft: () => OrderDraft | undefined
  /** The final result of the draft as it is now, the one that may be frozen. */
  readonly settled: () => ForecastResult | undefined
  readonly refining: () => boolean
  readonly failure: () => Failure | undefined
  readonly progress: () => number
}

/** A forecast that follows a draft while it changes (FO8). An undefined draft keeps what is shown and starts nothing. */
export function createForecastRun(draft: () => OrderDraft | undefined): ForecastRun {
  const [view, setView] = createSignal<ForecastView>({ isRefining: false, progress: 0 })
  // A key of this page alone: runs of one key cancel each other, and another window drags its own order.
  const key = `new-order-${crypto.randomUUID().slice(0, 8)}-${createUniqueId()}`
  const runner = new ForecastRunner({
    start: wanted =>
      request('startForecast', {
        draft: wanted,
        seed: forecastSeed,
        replicates: forecastReplicates,
        key,
      }),
    cancel: runId => void request('cancelRun', { runId }),
    tell: setView,
  })
  onCleanup(
    onPush(event => {
      if (event.kind !== 'changed') runner.onEvent(event)
    }),
  )
  onCleanup(() => runner.want(undefined))
  createEffect(on(draft, wanted => runner.want(wanted)))
  // Also when it opens for the first time: a run that was started before has told its bands to nobody.
  createEffect(on(connection, state => state === 'open' && runner.restart(), { defer: true }))

  const shown = createMemo(() => view().shown)
  const result = createMemo(() => shown()?.result)
  const shownDraft = createMemo(() => shown()?.draft)
  const settled = createMemo(() => {
    const { isRefining, failure } = view()
    const last = shown()
    const isCurrent = last?.isFinal === true && !isRefining && failure === undefined && last.draft === draft()
    return isCurrent ? last.result : undefined
  })
  const refining = createMemo(() => view().isRefining)
  const failure = createMemo(() => view().failure)
  const progress = createMemo(() => view().progress)
  return { result, shownDraft, settled, refining, failure, progress }
}
