import { randomBytes, timingSafeEqual } from 'node:crypto'

import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import { digestOf } from './startTokens.ts'

export type Session = {
  /** Marks the browser behind this reply as let in. */
  readonly begin: (context: Context) => void
  readonly isHeldBy: (context: Context) => boolean
}

/**
 * One secret for each run of the host: a restart shuts every browser out (X54). The cookie's name holds the port, so
 * that two consoles on one machine do not overwrite each other's.
 */
export function createSession(port: number): Session {
  const name = `foreclick-${port}`
  const secret = randomBytes(32).toString('base64url')
  const expected = digestOf(secret)
  return {
    begin: context => setCookie(context, name, secret, { httpOnly: true, sameSite: 'Strict', path: '/' }),
    isHeldBy: context => timingSafeEqual(digestOf(getCookie(context, name) ?? ''), expected),
  }
}
