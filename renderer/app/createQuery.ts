import { createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Method, Reply, Request } from '../../core/contract/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import type { Watched } from './answerMemory.ts'
import { answers } from './answers.ts'
import { onPush, request } from './client.ts'
import { reconnects } from './connection.ts'

export type Query<T> = {
  /** The last good answer; it stays while a newer one is asked for, and when that fails. */
  readonly data: () => T | undefined
  readonly failure: () => Failure | undefined
  readonly loading: () => boolean
  readonly refetch: () => void
}

/**
 * The answer of a request, asked anew when its payload changes, when records of a `watched` kind change, and after the
 * connection was lost. An undefined payload is not asked. Answers that were overtaken are dropped. What was answered before and
 * still holds is there at once.
 */
export function createQuery<M extends Method>(
  method: M,
  payload: () => Request<M> | undefined,
  watched: readonly Watched[] = [],
): Query<Reply<M>> & {
  /** Takes what a change answered with as the answer: nobody can act on an older one until it is asked anew. */
  readonly put: (reply: Reply<M>) => void
} {
  const [data, setData] = createSignal<Reply<M>>()
  const [failure, setFailure] = createSignal<Failure>()
  const [loading, setLoading] = createSignal(false)
  let latest = 0
  let isAsking = false
  let isStale = false

  async function ask(): Promise<void> {
    const asked = payload()
    const turn = ++latest
    isStale = false
    isAsking = asked !== undefined
    setLoading(isAsking)
    if (asked === undefined) return
    const known = answers.recall(method, asked)
    if (known !== undefined) setData(() => known)
    const result = await request(method, asked)
    if (turn !== latest) return
    setFailure(result.ok ? undefined : result.failure)
    if (result.ok) {
      const isSame = answers.keep(method, asked, { reply: result.value, watched })
      // What was recalled is drawn already.
      if (known === undefined || !isSame) setData(() => result.value)
    }
    isAsking = false
    setLoading(false)
    if (isStale) void ask()
  }

  /** Many changes at once cost one more request, not one each. */
  function refetch(): void {
    if (isAsking) isStale = true
    else void ask()
  }

  function put(reply: Reply<M>): void {
    const asked = payload()
    if (asked === undefined) return
    answers.keep(method, asked, { reply, watched })
    setData(() => reply)
    void ask()
  }

  createEffect(on(payload, () => void ask()))
  createEffect(on(reconnects, refetch, { defer: true }))
  onCleanup(
    onPush(event => {
      if (event.kind === 'changed' && watched.includes(event.what)) refetch()
    }),
  )
  onCleanup(() => latest++)
  return { data, failure, loading, refetch, put }
}
