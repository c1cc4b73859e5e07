import * as v from 'valibot'

import { type Asked, contract, type Method, type Reply } from '../../core/contract/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import { nulText } from '../../core/contract/nulText.ts'
import { nearestName, problemsOf, shown } from '../../core/contract/problems.ts'
import { say } from '../../core/words/say.ts'
import { storageFailure } from '../../db/storageFailure.ts'

/** No request has a longer name; more of it is not compared. */
const longestName = 80

/** What the backend does for each method: not one may be missing. */
export type Handlers = {
  readonly [M in Method]: (request: Asked<M>) => Result<Reply<M>> | Promise<Result<Reply<M>>>
}

type Door = {
  readonly handlers: Partial<Handlers>
  readonly file: string
  readonly otherwise: Failure
  /** Hears of a fault of the program, which is told without its place. */
  readonly onFault?: (method: string, error: unknown) => void
}

/** What an open workspace answers: the rest is about one that does not open. */
export type WorkspaceHandlers = Omit<Handlers, 'getRecovery' | 'recover' | 'getDiagnostics'>

/**
 * The one door: validates a request, has it done and validates the reply, each once. Never throws; what goes wrong inside
 * is a failure without a stack. `file` is the database, for messages; `otherwise` answers what has no handler now.
 */
export async function dispatch(
  { handlers, file, otherwise, onFault }: Door,
  method: unknown,
  payload: unknown,
): Promise<Result<unknown>> {
  try {
    return isMethod(method) ? await answer({ handlers, otherwise }, method, payload) : unknownMethod(method)
  } catch (error) {
    const failure = failureOf(error, { method, file })
    if (failure.code === 'internal') onFault?.(String(method), error)
    return { ok: false, failure }
  }
}

function unknownMethod(method: unknown): Result<never> {
  const name = typeof method === 'string' ? method.slice(0, longestName) : ''
  const nearest = nearestName(name, Object.keys(contract))
  return refused({
    code: 'bad_input',
    message:
      nearest === undefined
        ? say('unknown request {{request}}', { request: shown(method) })
        : say('unknown request {{request}}; did you mean {{nearest}}?', { request: shown(method), nearest }),
  })
}

/** A disk or database that fails says so itself (D23); anything else is a mistake of the program. */
function failureOf(
  error: unknown,
  { method, file }: { readonly method: unknown; readonly file: string },
): Failure {
  try {
    return storageFailure(file, error)
  } catch {
    const message = error instanceof Error ? error.message : String(error)
    return {
      code: 'internal',
      message: say('{{request}} failed: {{reason}}', { request: shown(method), reason: message }),
    }
  }
}

async function answer<M extends Method>(
  { handlers, otherwise }: Pick<Door, 'handlers' | 'otherwise'>,
  method: M,
  payload: unknown,
): Promise<Result<unknown>> {
  const schema: v.GenericSchema<unknown, Asked<M>> = contract[method].request
  const request = v.safeParse(schema, payload)
  if (!request.success) {
    const problems = problemsOf(schema, request.issues)
    return refused({
      code: 'bad_input',
      message: say('{{request}} was asked wrongly', { request: method }),
      problems,
    })
  }
  const nul = nulText(request.output)
  if (nul !== undefined)
    return refused({
      code: 'bad_input',
      message: say('{{request}} was asked wrongly', { request: method }),
      problems: [nul],
    })
  const handle: Partial<Handlers>[M] = handlers[method]
  if (handle === undefined) return refused(otherwise)
  const result = await handle(request.output)
  if (!result.ok) return result
  const reply = v.safeParse(contract[method].reply, result.value)
  if (reply.success) return { ok: true, value: reply.output }
  const places = reply.issues.map(issue => `${v.getDotPath(issue) ?? '.'}: ${issue.message}`)
  return refused({
    code: 'internal',
    message: say('{{request}} gave a reply that breaks its contract: {{places}}', {
      request: method,
      places: places.join('; '),
    }),
  })
}

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

function refused(failure: Failure): Result<never> {
  return { ok: false, failure }
}
