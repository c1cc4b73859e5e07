import type { Method, Reply, Request } from '../../core/contract/contract.ts'
import type { PushEvent } from '../../core/contract/runs.ts'

export type Watched = Extract<PushEvent, { kind: 'changed' }>['what']

/** The reply as JSON: the text says no type, and what is parsed of it nobody else can have changed. */
type Answer = { readonly text: string; readonly watched: readonly Watched[] }

/** The latest views of a room that are worth keeping; an answer may hold a hundred rows. */
const mostPerMethod = 8
/** A longer list costs more to keep than to ask for. */
const mostRows = 1000

/**
 * Answers that still hold, because nothing they watch has changed since: a room that is entered again is filled in its
 * first frame. Whoever recalls one asks anew all the same, for what goes by the clock.
 */
export function createAnswerMemory() {
  const kept = new Map<Method, Map<string, Answer>>()
  return {
    recall<M extends Method>(method: M, payload: Request<M>): Reply<M> | undefined {
      const answer = kept.get(method)?.get(JSON.stringify(payload))
      return answer === undefined ? undefined : JSON.parse(answer.text)
    },
    /**
     * Tells whether the same was kept already. An answer that watches nothing is not kept: nobody would tell when it
     * ceases to hold.
     */
    keep<M extends Method>(
      method: M,
      payload: Request<M>,
      { reply, watched }: { readonly reply: Reply<M>; readonly watched: readonly Watched[] },
    ): boolean {
      if (watched.length === 0 || (Array.isArray(reply) && reply.length > mostRows)) return false
      const answers = kept.get(method) ?? new Map<string, Answer>()
      kept.set(method, answers)
      const key = JSON.stringify(payload)
      const text = JSON.stringify(reply)
      const isSame = answers.get(key)?.text === text
      answers.delete(key)
      answers.set(key, { text, watched })
      for (const oldest of answers.keys()) {
        if (answers.size <= mostPerMethod) break
        answers.delete(oldest)
      }
      return isSame
    },
    /** Forgets whatever watches records of a kind; without one, everything. */
    forget(what?: Watched): void {
      for (const answers of kept.values())
        for (const [key, { watched }] of answers)
          if (what === undefined || watched.includes(what)) answers.delete(key)
    },
  }
}
