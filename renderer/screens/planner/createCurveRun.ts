import { createMemo, createSignal } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import { request } from '../../app/client.ts'
import { forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun } from '../../app/createLiveRun.ts'

const replicates = 500

/** The budget curve of an order, made anew when the order changes, until it is stopped. */
export function createCurveRun(plan: () => Order | undefined) {
  const [stopped, setStopped] = createSignal<string>()
  const wanted = createMemo(() => (plan()?.row.id === stopped() ? undefined : plan()?.draft))
  const live = createLiveRun<Order['draft'], CurveResult>({
    wanted,
    start: (draft, key) => request('startCurve', { draft, seed: forecastSeed, replicates, key }),
    resultOf: shown => (shown.kind === 'curve' ? shown.curve : undefined),
  })
  return { live, stop: () => setStopped(plan()?.row.id) }
}
