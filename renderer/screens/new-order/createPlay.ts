import { createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Reply } from '../../../core/contract/contract.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'

export type PlayedDelivery = Reply<'playOrder'> & { readonly startsAt: string }

/** An order unfolds in this time. */
const playMs = 9_000

/** One possible delivery of the draft and the moment of it that is shown; it goes when the draft changes. */
export function createPlay(draft: () => OrderDraft | undefined) {
  const [played, setPlayed] = createSignal<PlayedDelivery>()
  const [failure, setFailure] = createSignal<Failure>()
  const [place, setPlace] = createSignal(0)
  const [isPlaying, setPlaying] = createSignal(false)
  let seed = 0
  let frame = 0

  const last = () => (played()?.halfHours.spend.length ?? 1) - 1

  async function play(): Promise<void> {
    const wanted = draft()
    if (wanted === undefined) return
    seed += 1
    const reply = await request('playOrder', { draft: wanted, seed })
    setFailure(reply.ok ? undefined : reply.failure)
    if (!reply.ok || wanted !== draft()) return
    setPlayed({ ...reply.value, startsAt: wanted.startsAt })
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) setPlace(last())
    else unfold()
  }

  function unfold(): void {
    const start = performance.now()
    setPlaying(true)
    const step = (now: number) => {
      if (!isPlaying()) return
      const done = Math.min(1, Math.max(0, now - start) / playMs)
      setPlace(Math.round(done * last()))
      if (done < 1) frame = requestAnimationFrame(step)
      else setPlaying(false)
    }
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(step)
  }

  createEffect(
    on(
      draft,
      () => {
        setPlaying(false)
        setPlayed(undefined)
      },
      { defer: true },
    ),
  )
  onCleanup(() => cancelAnimationFrame(frame))

  return {
    played,
    failure,
    place,
    isPlaying,
    play,
    stop: () => setPlaying(false),
    /** Stops there. */
    read: (at: number) => {
      setPlaying(false)
      setPlace(at)
    },
  } as const
}
