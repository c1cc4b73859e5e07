import { createSignal, onCleanup, onMount } from 'solid-js'

/** The width of an element in px, followed while it changes; 0 until it is laid out. */
export function observedWidth(element: () => Element | undefined): () => number {
  const [width, setWidth] = createSignal(0)
  onMount(() => {
    const watched = element()
    if (watched === undefined) return
    const observer = new ResizeObserver(entries => setWidth(entries.at(-1)?.contentRect.width ?? 0))
    observer.observe(watched)
    onCleanup(() => observer.disconnect())
  })
  return width
}
