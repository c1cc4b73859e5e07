import { createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'

/**
 * A value that follows another by animation frames, and ends on its last: what depends on it is drawn in a frame of its own
 * (U1). Its first value is there at once.
 */
export function createFramesLater<T>(value: () => T, frames: number): () => T {
  const [late, setLate] = createSignal(untrack(value))
  const frame = createFrameTimer()
  const follow = () => {
    if (!frame.isWaiting()) frame.wait(frames, () => setLate(() => untrack(value)))
  }
  createEffect(on(value, follow, { defer: true }))
  return late
}

/** A value that changes at most once in so many animation frames, at the beginning of one, and ends on its last. */
export function createFramesApart<T>(value: () => T, frames: number): () => T {
  const [shown, setShown] = createSignal(untrack(value))
  const frame = createFrameTimer()
  const show = (): void => {
    setShown(() => untrack(value))
    if (frames > 1) frame.wait(frames - 1, follow)
  }
  const follow = (): void => {
    if (!frame.isWaiting() && untrack(value) !== untrack(shown)) frame.wait(1, show)
  }
  createEffect(on(value, follow, { defer: true }))
  return shown
}

/** Calls back in the so manieth animation frame from now, unless its owner is gone by then. */
export function createFrameTimer() {
  let request: number | undefined
  const wait = (frames: number, then: () => void): void => {
    request = requestAnimationFrame(() => {
      if (frames > 1) return wait(frames - 1, then)
      request = undefined
      then()
    })
  }
  onCleanup(() => {
    if (request !== undefined) cancelAnimationFrame(request)
  })
  return { wait, isWaiting: () => request !== undefined }
}
