import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

import type { Failure, Result } from '../../core/contract/failure.ts'
import type { PushEvent, RunEvent, RunResult } from '../../core/contract/runs.ts'
import { useI18n } from '../i18n/i18n.ts'
import { onPush, request } from './client.ts'
import { reconnects } from './connection.ts'

type Started = Promise<Result<{ readonly runId: string }>>

export type Run<R> = {
  readonly isRunning: () => boolean
  /** 0 to 1. */
  readonly fraction: () => number
  readonly failure: () => Failure | undefined
  /** Of the last run that ended well; it stays while another one runs. */
  readonly result: () => R | undefined
  readonly start: (ask: () => Started) => Promise<void>
  readonly cancel: () => void
}

/** Work that a person starts once, watches, and may cancel. `onDone` hears of its result. */
export function createRun<R>(
  resultOf: (shown: RunResult) => R | undefined,
  onDone?: (result: R) => void,
): Run<R> {
  const { t } = useI18n()
  const [state, setState] = createSignal<'idle' | 'starting' | 'running'>('idle')
  const [fraction, setFraction] = createSignal(0)
  const [failure, setFailure] = createSignal<Failure>()
  const [result, setResult] = createSignal<R>()
  let runId: string | undefined
  /** Events may overtake the reply that names their run. */
  let early: RunEvent[] = []

  function hear(event: RunEvent): void {
    if (runId === undefined) early.push(event)
    if (event.runId !== runId) return
    if (event.kind === 'progress') setFraction(event.fraction)
    if (event.kind === 'failed') end(event.failure.code === 'cancelled' ? undefined : event.failure)
    if (event.kind === 'done') finish(event.result)
  }
  function finish(shown: RunResult | null): void {
    const found = shown === null ? undefined : resultOf(shown)
    if (found !== undefined) setResult(() => found)
    end(undefined)
    if (found !== undefined) onDone?.(found)
  }
  function end(why: Failure | undefined): void {
    runId = undefined
    setState('idle')
    setFailure(why)
  }
  async function start(ask: () => Started): Promise<void> {
    if (state() !== 'idle') return
    setState('starting')
    setFraction(0)
    setFailure(undefined)
    early = []
    const reply = await ask()
    if (!reply.ok) {
      end(reply.failure)
      return
    }
    runId = reply.value.runId
    setState('running')
    for (const event of early) hear(event)
  }
  function cancel(): void {
    if (runId !== undefined) void request('cancelRun', { runId })
  }
  const listen = (event: PushEvent): void => {
    if (event.kind !== 'changed' && untrack(state) !== 'idle') hear(event)
  }
  onCleanup(onPush(listen))
  // What was pushed while the connection was lost is not known: the run may have ended.
  createEffect(
    on(
      reconnects,
      () => {
        if (state() === 'running') end({ code: 'internal', message: t('parts.runLost') })
      },
      { defer: true },
    ),
  )
  return { isRunning: () => state() !== 'idle', fraction, failure, result, start, cancel }
}
