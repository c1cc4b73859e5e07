import type { Failure, SaidProblem } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'

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

export function unreadable(name: string, problems: readonly SaidProblem[], look?: FileLook): ExchangeFault {
  return new ExchangeFault(
    { code: 'bad_input', message: say('{{name}} cannot be imported', { name }), problems: [...problems] },
    look,
  )
}

/** One thing that is wrong with a file; `path` says where, '' the file as a whole. */
export function fault(name: string, path: string, words: Omit<SaidProblem, 'path'>): ExchangeFault {
  return unreadable(name, [{ path, ...words }])
}

export function stopped(): ExchangeFault {
  return new ExchangeFault({ code: 'cancelled', message: say('stopped; nothing was written') })
}
