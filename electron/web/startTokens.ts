import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export type StartTokens = {
  /** Makes a token of 256 random bits that can be spent once, within its lifetime. */
  readonly mint: () => string
  /** True exactly once for each token that was minted and has not expired. */
  readonly spend: (token: string) => boolean
}

/** Tokens that start a session (X53). `now` and `lifetimeMs` are in milliseconds. */
export function createStartTokens(options: {
  readonly lifetimeMs: number
  readonly now: () => number
}): StartTokens {
  let open: { readonly digest: Buffer; readonly expiresAt: number }[] = []
  const dropExpired = () => {
    open = open.filter(entry => entry.expiresAt > options.now())
  }
  return {
    mint() {
      dropExpired()
      const token = randomBytes(32).toString('base64url')
      // Someone who leans on the Enter key must not grow the list for ever.
      open = [...open.slice(-31), { digest: digestOf(token), expiresAt: options.now() + options.lifetimeMs }]
      return token
    },
    spend(token) {
      dropExpired()
      const digest = digestOf(token)
      // Every entry is compared, so the time taken tells nothing about which one came close.
      const matches = open.map(entry => timingSafeEqual(entry.digest, digest))
      open = open.filter((_, index) => !matches[index])
      return matches.includes(true)
    },
  }
}

/** Equal-length stand-ins for secrets, so that a comparison can take constant time whatever was sent. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
