import { createSignal } from 'solid-js'

import type { Failure, Result } from '../../../core/contract/failure.ts'

/** A request that changes something, while it is on its way and when it failed. */
export function createAction() {
  const [failure, setFailure] = createSignal<Failure>()
  const [isBusy, setBusy] = createSignal(false)
  return {
    failure,
    isBusy,
    /** True when it was done. */
    async run(asked: Promise<Result<unknown>>): Promise<boolean> {
      setBusy(true)
      const result = await asked
      setBusy(false)
      setFailure(result.ok ? undefined : result.failure)
      return result.ok
    },
  } as const
}

export type Action = ReturnType<typeof createAction>
