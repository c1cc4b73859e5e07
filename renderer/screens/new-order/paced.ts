import { createEffect, createSignal, on, onCleanup } from 'solid-js'

/** A value that changes at most once in `gapMs`, and ends on the last one. */
export function paced<T>(value: () => T, gapMs: number): () => T {
  const [slow, setSlow] = createSignal(value())
  let timer: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(
      value,
      () => {
        timer ??= setTimeout(() => {
          timer = undefined
          setSlow(() => value())
        }, gapMs)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
  return slow
}
