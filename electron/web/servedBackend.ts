import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'

/** What the web host needs of a backend. */
export type ServedBackend = {
  readonly request: (method: string, payload: unknown) => Promise<Result<unknown>>
  readonly subscribe: (listener: (event: PushEvent) => void) => () => void
}
