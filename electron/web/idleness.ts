import type { Writable } from 'node:stream'

export type Idleness = {
  /** Marks the host as used until the reply has ended, which for an event stream is when its page leaves. */
  readonly use: (reply: Writable) => void
  /** For how long nobody who is let in has asked or listened, in milliseconds. */
  readonly idleMs: () => number
}

export function createIdleness(now: () => number): Idleness {
  let atWork = 0
  let lastUseAt = now()
  return {
    use(reply) {
      atWork += 1
      reply.once('close', () => {
        atWork -= 1
        lastUseAt = now()
      })
    },
    idleMs: () => (atWork > 0 ? 0 : now() - lastUseAt),
  }
}
