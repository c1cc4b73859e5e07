import { createSignal, onCleanup, untrack } from 'solid-js'

import type { Failure } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'
import { onPush, request } from './client.ts'

/** A backup that this page asked for, or that the backend says is under way. */
export function createBackupRun(underWay: () => string | undefined) {
  const { t } = useI18n()
  const [asked, setAsked] = createSignal<string>()
  const [fraction, setFraction] = createSignal(0)
  const [failure, setFailure] = createSignal<Failure>()
  const runId = () => asked() ?? underWay()

  const hear = (event: PushEvent): void => {
    if (event.kind === 'changed' || event.runId !== untrack(runId)) return
    if (event.kind === 'progress') setFraction(event.fraction)
    if (event.kind === 'failed' && event.failure.code !== 'cancelled') setFailure(event.failure)
    if (event.kind === 'done' && untrack(asked) !== undefined)
      notify({ kind: 'good', text: t('settings.backups.done') })
    if (event.kind === 'done' || event.kind === 'failed') setAsked(undefined)
  }
  onCleanup(onPush(hear))

  async function start(): Promise<void> {
    setFailure(undefined)
    setFraction(0)
    const reply = await request('backUp', {})
    if (reply.ok) setAsked(reply.value.runId)
    else setFailure(reply.failure)
  }
  return { runId, fraction, failure, start: () => void start() }
}
