import { createEffect, createMemo, createSignal, createUniqueId, on, onCleanup } from 'solid-js'

import type { Failure, Result } from '../../core/contract/failure.ts'
import type { RunResult } from '../../core/contract/runs.ts'
import { onPush, request } from './client.ts'
import { connection } from './connection.ts'
import { RunFollower, type RunView } from './runFollower.ts'

export type LiveRun<W, R> = {
  /** The last good result; it stays on screen while a newer one refines. */
  readonly result: () => R | undefined
  /** What `result` was made for: older than what is wanted now while a newer result is on its way. */
  readonly shownFor: () => W | undefined
  /** The final result of what is wanted now. */
  readonly settled: () => R | undefined
  readonly refining: () => boolean
  readonly failure: () => Failure | undefined
  readonly progress: () => number
}

type LiveRunOptions<W, R> = {
  /** Undefined keeps what is shown and starts nothing. */
  readonly wanted: () => W | undefined
  /** `key` is of this page alone: runs of one key cancel each other, and another window has its own. */
  readonly start: (wanted: W, key: string) => Promise<Result<{ readonly runId: string }>>
  readonly resultOf: (shown: RunResult) => R | undefined
}

/** A run whose result follows its inputs while they change (FO8). */
export function createLiveRun<W, R>(options: LiveRunOptions<W, R>): LiveRun<W, R> {
  const [view, setView] = createSignal<RunView<W, R>>({ isRefining: false, progress: 0 })
  const key = `${crypto.randomUUID().slice(0, 8)}-${createUniqueId()}`
  const runner = new RunFollower<W, R>({
    start: wanted => options.start(wanted, key),
    cancel: runId => void request('cancelRun', { runId }),
    resultOf: shown => options.resultOf(shown),
    tell: setView,
  })
  onCleanup(
    onPush(event => {
      if (event.kind !== 'changed') runner.onEvent(event)
    }),
  )
  onCleanup(() => runner.want(undefined))
  createEffect(
    on(
      () => options.wanted(),
      wanted => runner.want(wanted),
    ),
  )
  // Also when it opens for the first time: a run that was started before has told its bands to nobody.
  createEffect(on(connection, state => state === 'open' && runner.restart(), { defer: true }))

  const shown = createMemo(() => view().shown)
  const settled = createMemo(() => {
    const { isRefining, failure } = view()
    const last = shown()
    const isCurrent =
      last?.isFinal === true && !isRefining && failure === undefined && last.wanted === options.wanted()
    return isCurrent ? last.result : undefined
  })
  const result = createMemo(() => shown()?.result)
  const shownFor = createMemo(() => shown()?.wanted)
  const refining = createMemo(() => view().isRefining)
  const failure = createMemo(() => view().failure)
  const progress = createMemo(() => view().progress)
  return { result, shownFor, settled, refining, failure, progress }
}
