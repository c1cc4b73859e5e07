import type { Failure, Problem } from '../../../core/contract/failure.ts'

/** A file as far as it could be looked at, for somebody who maps its columns by hand. */
export type FileLook = {
  readonly headerLine: number
  readonly headers: readonly string[]
  readonly delimiter: string | null
  readonly encoding: string | null
  /** The first rows below the header. */
  readonly sample: readonly (readonly string[])[]
}

/** Why a file cannot be read. Thrown, for readers are generators; `failure` is what crosses threads. */
export class ExchangeFault extends Error {
  readonly failure: Failure
  readonly look: FileLook | undefined

  constructor(failure: Failure, look?: FileLook) {
    super(failure.message)
    this.failure = failure
    this.look = look
  }
}

export function unreadable(name: string, problems: readonly Problem[], look?: FileLook): ExchangeFault {
  return new ExchangeFault(
    { code: 'bad_input', message: `${name} cannot be imported`, problems: [...problems] },
    look,
  )
}

/** One thing that is wrong with a file; `path` says where, '' the file as a whole. */
export function fault(name: string, path: string, words: Omit<Problem, 'path'>): ExchangeFault {
  return unreadable(name, [{ path, ...words }])
}

export function stopped(): ExchangeFault {
  return new ExchangeFault({ code: 'cancelled', message: 'stopped; nothing was written' })
}
