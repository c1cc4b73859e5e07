import { useLocation } from '@solidjs/router'
import { createEffect, on } from 'solid-js'

/** When another room takes away what had the focus, the room's content gets it: the next Tab goes on from there. */
export function useKeptFocus(): void {
  const here = useLocation()
  createEffect(
    on(
      () => here.pathname,
      () =>
        // The old room leaves the document in this frame.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body)
            document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
        }),
      { defer: true },
    ),
  )
}
