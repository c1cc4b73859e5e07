import type { PushEvent } from '../../core/contract/runs.ts'

type Listener = (event: PushEvent) => void

/** Who is told what happens. */
export function createListeners() {
  const listeners = new Set<Listener>()
  return {
    push: (event: PushEvent): void => {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch {
          // Its page is gone. The request that told of the event has been done all the same.
          listeners.delete(listener)
        }
      }
    },
    subscribe: (listener: Listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
