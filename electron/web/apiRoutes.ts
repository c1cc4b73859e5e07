import { Hono, type Context } from 'hono'

import { contract } from '../../core/contract/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { type Said, say } from '../../core/words/say.ts'
import { eventStream } from './eventStream.ts'
import { readBody } from './readBody.ts'
import type { ServedBackend } from './servedBackend.ts'
import type { Session } from './session.ts'

/** Far above any request of the console: an order is a few kilobytes. */
const bodyLimitBytes = 1024 * 1024

type Parts = {
  readonly backend: ServedBackend
  readonly session: Session
  readonly heartbeatMs: number
  readonly stopping: AbortSignal
}

/**
 * `POST /:method` takes the payload as JSON and answers the Result with status 200, failures of the backend included.
 * Another status means that the host refused; its body is a failed Result too. `GET /events` pushes events.
 */
export function apiRoutes(parts: Parts): Hono {
  const app = new Hono()
  app.use(async (context, next) =>
    parts.session.isHeldBy(context) ? next() : refuse(context, 401, 'refused', noSession),
  )
  app.all('/events', context =>
    context.req.method === 'GET'
      ? eventStream(context, { subscribe: parts.backend.subscribe, ...parts })
      : wrongMethod(context, 'GET'),
  )
  app.post(
    '/:method',
    async (context, next) => {
      if (!Object.hasOwn(contract, context.req.param('method'))) return unknownRequest(context)
      if (!isJson(context))
        return refuse(context, 415, 'bad_input', say('Requests are sent as application/json.'))
      return next()
    },
    async context => {
      const text = await readBody(context.req.raw, bodyLimitBytes)
      if (text === undefined) return tooLarge(context)
      const body = parseJson(text)
      if (!body.ok) return refuse(context, 400, 'bad_input', say('The request is not JSON.'))
      return context.json(await parts.backend.request(context.req.param('method'), body.value))
    },
  )
  app.all('/:method', context =>
    Object.hasOwn(contract, context.req.param('method'))
      ? wrongMethod(context, 'POST')
      : unknownRequest(context),
  )
  app.all('*', unknownRequest)
  return app
}

const noSession = say(
  'This browser has no session here, or the console was started anew. Press Enter in the terminal where Foreclick runs, and open the address that it prints.',
)

function isJson(context: Context): boolean {
  const type = context.req.header('content-type') ?? ''
  return type.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

function unknownRequest(context: Context): Response {
  return refuse(context, 404, 'not_found', say('The console knows no such request.'))
}

function wrongMethod(context: Context, allowed: 'GET' | 'POST'): Response {
  context.header('Allow', allowed)
  return refuse(context, 405, 'bad_input', say('This is asked with {{method}}.', { method: allowed }))
}

function tooLarge(context: Context): Response {
  return refuse(context, 413, 'bad_input', say('The request is larger than any the console makes (1 MB).'))
}

function refuse(
  context: Context,
  status: 400 | 401 | 404 | 405 | 413 | 415,
  code: Failure['code'],
  message: Said,
): Response {
  return context.json({ ok: false, failure: { code, message } }, status)
}
