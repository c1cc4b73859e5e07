import type { Failure, SaidProblem } from '../contract/failure.ts'
import { type Said, say } from '../words/say.ts'

/** The failing half of every result of the ledger. */
export type Refused = { readonly ok: false; readonly failure: Failure }

export function refuse(code: Failure['code'], message: Said): Refused {
  return { ok: false, failure: { code, message } }
}

/** `bad_input` with all that is wrong; the message tells the first. */
export function refuseInput(problems: readonly [SaidProblem, ...SaidProblem[]]): Refused {
  const [{ path, expected, received }] = problems
  const message = say('{{path}}: expected {{expected}}, got {{received}}.', { path, expected, received })
  return { ok: false, failure: { code: 'bad_input', message, problems } }
}
