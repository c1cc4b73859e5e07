import { expect, test } from 'vitest'

import type { Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { RunFollower, type RunView } from '../../../renderer/app/runFollower.ts'
import { britishOrder } from '../../fixtures/promoteOrders.ts'
import { someDraft } from '../someDraft.ts'
import { someForecast } from '../someForecast.ts'

/** Answers starts when told to, as a backend does, and keeps what the page was shown. */
function host() {
  const asked: { draft: OrderDraft; answer: (result: Result<{ runId: string }>) => void }[] = []
  const cancelled: string[] = []
  const views: RunView<OrderDraft, ForecastResult>[] = []
  const runner = new RunFollower<OrderDraft, ForecastResult>({
    start: draft => new Promise(answer => asked.push({ draft, answer })),
    cancel: runId => cancelled.push(runId),
    resultOf: shown => (shown.kind === 'forecast' ? shown.forecast : undefined),
    tell: view => views.push(view),
  })
  const started = async (index: number, runId: string) => {
    asked[index]!.answer({ ok: true, value: { runId } })
    await Promise.resolve()
    await Promise.resolve()
  }
  return { runner, asked, cancelled, started, view: () => views.at(-1)! }
}

const draftOf = (budgetMinor: number) => someDraft({ budgetMinor })

const forecast = someForecast(britishOrder(), 8)
const result = { kind: 'forecast', forecast } as const

test('U1: never more than one start is in flight, and the latest draft follows it', async () => {
  const { runner, asked, started } = host()
  for (const budget of [1000, 1100, 1200, 1300]) runner.want(draftOf(budget))
  expect(asked.map(({ draft }) => draft.budgetMinor)).toEqual([1000])
  await started(0, 'a')
  runner.onEvent({ kind: 'partial', runId: 'a', result })
  expect(asked.map(({ draft }) => draft.budgetMinor)).toEqual([1000, 1300])
})

test('FO8: the next draft waits for the first band of the run before it, so a drag always shows something', async () => {
  const { runner, asked, started, view } = host()
  runner.want(draftOf(1000))
  await started(0, 'a')
  runner.want(draftOf(2000))
  expect(asked).toHaveLength(1)
  runner.onEvent({ kind: 'partial', runId: 'a', result })
  expect(view().shown).toMatchObject({ wanted: { budgetMinor: 1000 }, isFinal: false })
  expect(asked).toHaveLength(2)
})

test('FO8: events of a run that was overtaken are dropped, and its end is no failure', async () => {
  const { runner, started, view } = host()
  runner.want(draftOf(1000))
  await started(0, 'a')
  runner.onEvent({ kind: 'partial', runId: 'a', result })
  runner.want(draftOf(2000))
  runner.onEvent({ kind: 'failed', runId: 'a', failure: { code: 'cancelled', message: 'cancelled' } })
  await started(1, 'b')
  runner.onEvent({ kind: 'done', runId: 'a', result })
  expect(view()).toMatchObject({ isRefining: true, shown: { isFinal: false, wanted: { budgetMinor: 1000 } } })
  expect(view().failure).toBeUndefined()
  runner.onEvent({ kind: 'done', runId: 'b', result })
  expect(view()).toMatchObject({ isRefining: false, shown: { isFinal: true, wanted: { budgetMinor: 2000 } } })
})

test('FO8: an event that overtakes the reply that names its run is not lost', async () => {
  const { runner, started, view } = host()
  runner.want(draftOf(1000))
  runner.onEvent({ kind: 'done', runId: 'a', result })
  expect(view().shown).toBeUndefined()
  await started(0, 'a')
  expect(view()).toMatchObject({ isRefining: false, shown: { isFinal: true } })
})

test('FO8: a failed draft keeps the last good result on screen', async () => {
  const { runner, asked, started, view } = host()
  runner.want(draftOf(1000))
  await started(0, 'a')
  runner.onEvent({ kind: 'done', runId: 'a', result })
  runner.want(draftOf(-1))
  asked[1]!.answer({ ok: false, failure: { code: 'bad_input', message: 'no' } })
  await Promise.resolve()
  await Promise.resolve()
  expect(view()).toMatchObject({
    failure: { code: 'bad_input' },
    isRefining: false,
    shown: { wanted: { budgetMinor: 1000 } },
  })
})

test('U1: a draft that cannot be forecast stops the run that is going on', async () => {
  const { runner, cancelled, started, view } = host()
  runner.want(draftOf(1000))
  await started(0, 'a')
  runner.want(undefined)
  expect(cancelled).toEqual(['a'])
  expect(view().isRefining).toBe(false)
})

test('U54: after a lost connection an unfinished run is started again, a finished one is not', async () => {
  const { runner, asked, started } = host()
  runner.want(draftOf(1000))
  await started(0, 'a')
  runner.restart()
  expect(asked).toHaveLength(2)
  await started(1, 'b')
  runner.onEvent({ kind: 'done', runId: 'b', result })
  runner.restart()
  expect(asked).toHaveLength(2)
})
