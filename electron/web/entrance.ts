import type { Context } from 'hono'

import { hostPage } from './hostPage.ts'
import type { Session } from './session.ts'
import type { StartTokens } from './startTokens.ts'

const failuresPerMinute = 20

/** Exchanges the token in an address for a session (X54); `onEntered` hears of each token that was spent. */
export function createEntrance(parts: {
  readonly session: Session
  readonly tokens: StartTokens
  readonly now: () => number
  readonly onEntered: (token: string) => void
}) {
  let failures: number[] = []
  return (context: Context) => {
    // A look-ahead of the browser must not use up the address that a person is about to open.
    if (context.req.method === 'HEAD' || (context.req.header('sec-purpose') ?? '').includes('prefetch')) {
      return context.body(null, 204)
    }
    const token = context.req.query('token') ?? ''
    if (parts.tokens.spend(token)) {
      parts.session.begin(context)
      parts.onEntered(token)
      return context.redirect('/', 303)
    }
    failures = [...failures.filter(at => at > parts.now() - 60_000), parts.now()].slice(
      -failuresPerMinute - 1,
    )
    // A right token always opens: the limit is there for the wrong ones (X56).
    return context.html(hostPage(spentAddress), failures.length > failuresPerMinute ? 429 : 403)
  }
}

const spentAddress = {
  title: 'This address no longer opens the console',
  lines: [
    'An address opens the console once, within a minute. This one has been used, is too old, or is incomplete.',
    'Press Enter in the terminal where Foreclick runs: it prints a fresh address. Open that one.',
  ],
}
