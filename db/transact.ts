import type { Failure, Result } from '../core/contract/failure.ts'
import type { Writer } from './connection.ts'
import { storageFailure } from './storageFailure.ts'

/**
 * Runs a command in one transaction. When it ends in a failure, or the disk fails, all it changed is undone. Inside a larger
 * transaction a disk that fails is thrown on: it ends the larger one too.
 */
export function transact<T>(writer: Writer, command: () => Result<T>): Result<T> {
  const isInside = writer.isInside()
  try {
    return writer.transaction(() => {
      const result = command()
      if (!result.ok) throw new Undo(result.failure)
      return result
    })
  } catch (error) {
    if (error instanceof Undo) return { ok: false, failure: error.failure }
    if (isInside) throw error
    return { ok: false, failure: storageFailure(writer.file, error) }
  }
}

/** Carries a failure out of the transaction, past the roll back. */
class Undo extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
