import type { UtilityProcess } from 'electron'
import * as v from 'valibot'

import { failure, type Failure, type Result } from '../../core/contract/failure.ts'
import { type PushEvent, pushEvent, runStarted } from '../../core/contract/runs.ts'
import { say } from '../../core/words/say.ts'

/** What the backend process says: an answer to a request, or a push. */
const message = v.variant('kind', [
  v.object({
    kind: v.literal('answer'),
    id: v.number(),
    result: v.union([
      v.object({ ok: v.literal(true), value: v.unknown() }),
      v.object({ ok: v.literal(false), failure }),
    ]),
  }),
  v.object({ kind: v.literal('push'), event: pushEvent }),
])
type Message = v.InferOutput<typeof message>

type Child = Pick<UtilityProcess, 'postMessage' | 'kill'> & {
  on(event: 'message', listener: (said: unknown) => void): unknown
  on(event: 'exit', listener: (status: number) => void): unknown
}

/** A backend that ends this often without answering anything is not started again. */
const restartsInARow = 3
/** What a backend may take to end by itself. */
const closingMs = 2000

const closed: Failure = { code: 'cancelled', message: say('Foreclick is closing') }
const givenUp: Failure = { code: 'internal', message: say('the backend keeps ending; restart Foreclick') }

/**
 * The backend in a process of its own, started by the first request. When it ends unasked, every request and run that
 * waits for it fails as a value, and the next request starts it again, a few times in a row at most.
 */
export class BackendProcess {
  private readonly fork: () => Child
  private readonly push: (event: PushEvent) => void
  private readonly waiting = new Map<number, (result: Result<unknown>) => void>()
  private readonly runs = new Set<string>()
  private readonly ended = Promise.withResolvers<null>()
  private child: Child | undefined
  private lastId = 0
  private deathsInARow = 0
  private isClosing = false

  constructor(fork: () => Child, push: (event: PushEvent) => void) {
    this.fork = fork
    this.push = push
  }

  request(method: string, payload: unknown): Promise<Result<unknown>> {
    if (this.isClosing) return Promise.resolve({ ok: false, failure: closed })
    if (this.deathsInARow > restartsInARow) return Promise.resolve({ ok: false, failure: givenUp })
    const child = (this.child ??= this.start())
    const id = ++this.lastId
    return new Promise(resolve => {
      this.waiting.set(id, resolve)
      child.postMessage({ kind: 'request', id, method, payload })
    })
  }

  /** Asks the backend to end, waits for it, and ends it when it takes too long. */
  async close(): Promise<void> {
    this.isClosing = true
    if (this.child === undefined) return
    this.child.postMessage({ kind: 'close' })
    const late = setTimeout(() => this.child?.kill(), closingMs)
    await this.ended.promise
    clearTimeout(late)
  }

  private start(): Child {
    const child = this.fork()
    child.on('message', said => {
      const parsed = v.safeParse(message, said)
      if (parsed.success) this.hear(parsed.output)
    })
    child.on('exit', status => {
      this.child = undefined
      this.deathsInARow++
      this.failAll(this.isClosing ? closed : ended(status))
      if (this.isClosing) this.ended.resolve(null)
    })
    return child
  }

  private hear(said: Message): void {
    if (said.kind === 'push') {
      const { event } = said
      if (event.kind === 'done' || event.kind === 'failed') this.runs.delete(event.runId)
      this.push(event)
      return
    }
    this.deathsInARow = 0
    const started = said.result.ok ? v.safeParse(runStarted, said.result.value) : undefined
    if (started?.success === true) this.runs.add(started.output.runId)
    this.waiting.get(said.id)?.(said.result)
    this.waiting.delete(said.id)
  }

  private failAll(why: Failure): void {
    const waiting = [...this.waiting.values()]
    const runs = [...this.runs]
    this.waiting.clear()
    this.runs.clear()
    for (const resolve of waiting) resolve({ ok: false, failure: why })
    for (const runId of runs) this.push({ kind: 'failed', runId, failure: why })
  }
}

function ended(status: number): Failure {
  const message = `the backend ended unexpectedly (exit status ${status}); nothing half-written is kept`
  return { code: 'internal', message }
}
