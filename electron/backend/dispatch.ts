import * as v from 'valibot'

import { contract, type Method, type Reply, type Request } from '../../core/contract/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import { nearestName, problemsOf } from '../../core/contract/problems.ts'

/** What the backend does for each method: not one may be missing. */
export type Handlers = {
  readonly [M in Method]: (request: Request<M>) => Result<Reply<M>> | Promise<Result<Reply<M>>>
}

/**
 * The one door: validates a request, has it done and validates the reply, each once. Never throws; what goes wrong inside
 * is a failure without a stack.
 */
export async function dispatch(
  handlers: Handlers,
  method: string,
  payload: unknown,
): Promise<Result<unknown>> {
  if (!isMethod(method)) {
    const nearest = nearestName(method, Object.keys(contract))
    const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`
    return refused({
      code: 'bad_input',
      message: `unknown request ${JSON.stringify(method.slice(0, 80))}${hint}`,
    })
  }
  try {
    return await answer(handlers, method, payload)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refused({ code: 'internal', message: `${method} failed: ${message}` })
  }
}

async function answer<M extends Method>(
  handlers: Handlers,
  method: M,
  payload: unknown,
): Promise<Result<unknown>> {
  const schema: v.GenericSchema<unknown, Request<M>> = contract[method].request
  const request = v.safeParse(schema, payload)
  if (!request.success) {
    const problems = problemsOf(schema, request.issues)
    return refused({ code: 'bad_input', message: `${method} was asked wrongly`, problems })
  }
  const handle: Handlers[M] = handlers[method]
  const result = await handle(request.output)
  if (!result.ok) return result
  const reply = v.safeParse(contract[method].reply, result.value)
  if (reply.success) return { ok: true, value: reply.output }
  const places = reply.issues.map(issue => `${v.getDotPath(issue) ?? '.'}: ${issue.message}`)
  return refused({
    code: 'internal',
    message: `${method} gave a reply that breaks its contract: ${places.join('; ')}`,
  })
}

function isMethod(method: string): method is Method {
  return Object.hasOwn(contract, method)
}

function refused(failure: Failure): Result<never> {
  return { ok: false, failure }
}
