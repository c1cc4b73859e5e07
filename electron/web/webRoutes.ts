import type { HttpBindings } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { compress } from 'hono/compress'

import { say } from '../../core/words/say.ts'
import { apiRoutes } from './apiRoutes.ts'
import { createEntrance } from './entrance.ts'
import { hostPage, hostStylesheet, hostStylesheetPath } from './hostPage.ts'
import type { PageFiles } from './pageFiles.ts'
import type { ServedBackend } from './servedBackend.ts'
import type { Session } from './session.ts'
import type { StartTokens } from './startTokens.ts'

type Parts = {
  readonly backend: ServedBackend
  readonly files: PageFiles
  readonly session: Session
  readonly tokens: StartTokens
  readonly now: () => number
  readonly heartbeatMs: number
  /** Aborted when the host stops. */
  readonly stopping: AbortSignal
  readonly onEntered: (token: string) => void
  /** Called with the reply to each request of a browser that is let in. */
  readonly onUse: (reply: HttpBindings['outgoing']) => void
}

/** What a browser may ask for, once it has been found to be no stranger. */
export function webRoutes(parts: Parts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (context, next) => {
    if (parts.session.isHeldBy(context)) parts.onUse(context.env.outgoing)
    return next()
  })
  app.onError((_error, context) =>
    context.json(
      { ok: false, failure: { code: 'internal', message: say('The console met an internal error.') } },
      500,
    ),
  )
  app.get('/enter', createEntrance(parts))
  app.get(hostStylesheetPath, context => context.text(hostStylesheet, 200, { 'Content-Type': 'text/css' }))
  app.route('/api', apiRoutes(parts))
  app.get('*', compress(), context => servePage(context, parts))
  app.all('*', context => context.text('Pages are only read.\n', 405, { Allow: 'GET, HEAD' }))
  return app
}

async function servePage(context: Context, parts: Parts): Promise<Response> {
  const file = parts.files.find(context.req.path)
  if (file === undefined) return context.text('There is no such file.\n', 404)
  const triedAgain = context.req.query('again') !== undefined
  if (!parts.session.isHeldBy(context)) {
    return file.isPage ? withoutSession(context, triedAgain) : context.text('There is no session.\n', 401)
  }
  if (triedAgain) return context.redirect(pathOf(context), 303)
  return context.body(await file.read(), 200, {
    'Content-Type': file.contentType,
    'Cache-Control': file.cacheControl,
  })
}

/**
 * A browser keeps a SameSite=Strict cookie to itself while it follows a link from a mail, or from the file that opened
 * it. It sends it when our own page leads to the same path once more, so that is tried before the words.
 */
function withoutSession(context: Context, triedAgain: boolean) {
  const page = triedAgain
    ? {
        title: 'This browser has no session',
        lines: [
          'The console opens by an address that works once. It may also have been started anew since.',
          'Press Enter in the terminal where Foreclick runs: it prints a fresh address. Open that one.',
        ],
      }
    : { title: 'Opening the console', lines: [], again: `${pathOf(context)}?again` }
  return context.html(hostPage(page), 401)
}

/** The path as it was spelt, so that it can be sent again; it begins with exactly one slash (`refuseStranger`). */
function pathOf(context: Context): string {
  return new URL(context.req.url).pathname
}
