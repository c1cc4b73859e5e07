import type { Failure } from '../core/contract/failure.ts'

/** The failing half of every Result. */
export type Refusal = { readonly ok: false; readonly failure: Failure }

export function refusal(code: Failure['code'], message: string): Refusal {
  return { ok: false, failure: { code, message } }
}

export function notFound(what: string, id: string): Refusal {
  return refusal('not_found', `Expected a ${what} with id ${id}, got none.`)
}

/** One field is wrong: where, what was expected, what came. */
export function badInput(path: string, expected: string, received: string): Refusal {
  const message = `${path}: expected ${expected}, got ${received}.`
  return {
    ok: false,
    failure: { code: 'bad_input', message, problems: [{ path, expected, received }] },
  }
}
