import { createSignal } from 'solid-js'

import type { Failure, Result } from '../../../core/contract/failure.ts'

/** A request that changes something, while it is on its way and when it failed. */
export function createAction() {
  const [failure, setFailure] = createSignal<Failure>()
  const [isBusy, setBusy] = createSignal(false)
  return {
    failure,
    isBusy,
    /** True when it was done; `onDone` has the answer before anyone can act on an older one. */
    async run<T>(asked: Promise<Result<T>>, onDone?: (answer: T) => void): Promise<boolean> {
      setBusy(true)
      const result = await asked
      setBusy(false)
      setFailure(result.ok ? undefined : result.failure)
      if (result.ok) onDone?.(result.value)
      return result.ok
    },
  } as const
}

export type Action = ReturnType<typeof createAction>
