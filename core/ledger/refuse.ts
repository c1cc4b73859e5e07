import type { Failure, Problem } from '../contract/failure.ts'

/** The failing half of every result of the ledger. */
export type Refused = { readonly ok: false; readonly failure: Failure }

export function refuse(code: Failure['code'], message: string): Refused {
  return { ok: false, failure: { code, message } }
}

/** `bad_input` with all that is wrong; the message tells the first. */
export function refuseInput(problems: readonly [Problem, ...Problem[]]): Refused {
  const [{ path, expected, received }] = problems
  const message = `${path}: expected ${expected}, got ${received}.`
  return { ok: false, failure: { code: 'bad_input', message, problems } }
}
