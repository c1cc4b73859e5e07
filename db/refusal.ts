import type { Failure } from '../core/contract/failure.ts'
import { type Said, say } from '../core/words/say.ts'

/** The failing half of every Result. */
export type Refusal = { readonly ok: false; readonly failure: Failure }

export function refusal(code: Failure['code'], message: Said): Refusal {
  return { ok: false, failure: { code, message } }
}

export function notFound(what: Said, id: string): Refusal {
  return refusal('not_found', say('Expected a {{what}} with id {{id}}, got none.', { what, id }))
}

/** One field is wrong: where, what was expected, what came. */
export function badInput(path: string, expected: Said, received: string): Refusal {
  const message = say('{{path}}: expected {{expected}}, got {{received}}.', { path, expected, received })
  return {
    ok: false,
    failure: { code: 'bad_input', message, problems: [{ path, expected, received }] },
  }
}
