import type { Failure, Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import { hasHistory } from '../../../db/learningChanges.ts'
import { refusal } from '../../../db/refusal.ts'
import { type LearnedNow, Learner, type LearnerOptions, type LearnTools } from './learner.ts'

/** Deliveries come in many commands; learning waits for the last of them, and takes a fifth of the time at most. */
const leastRestMs = 1_000
const restShare = 4
/** A page that opens comes first; whoever asks for a forecast before this begins it. */
const firstRestMs = 2_000
/** What a forecast or payment right after a start waits for what was learnt. */
export const learningWaitMs = 1_000
/** How often is looked whether the day has changed. */
const lookMs = 60_000

/** What the workspace has learnt: the latest that is finished, while a later one is on its way. */
export type LearningKeeper = {
  readonly current: () => LearnedNow | undefined
  /** Waits at most so long where something is learnt for the first time. */
  readonly settled: (mostMs: number) => Promise<void>
  /** Learns now; undefined where there is nothing to learn from. */
  readonly learnNow: (tools: LearnTools) => Promise<Result<LearnedNow | undefined>>
  readonly state: () => { readonly isLearning: boolean; readonly failure: Failure | undefined }
  /** Something may have changed. */
  readonly look: () => void
  readonly close: () => Promise<void>
}

/**
 * Learns from own orders and imported histories in the background, at the start and when deliveries, histories, assumptions
 * or the day change. Forecasts use the latest that is finished and wait for none. `tell` is called when learning begins and ends.
 */
export function createLearningKeeper(
  options: LearnerOptions & { readonly tell: () => void },
): LearningKeeper {
  const { db, tell } = options
  const learner = new Learner(options)
  const closing = new AbortController()
  let running: Promise<unknown> | undefined
  let timer: NodeJS.Timeout | undefined
  let restMs = leastRestMs

  /** One at a time: what comes while it learns is learnt afterwards. */
  function begin({ signal, onProgress }: LearnTools = {}): Promise<Result<LearnedNow | undefined>> {
    const either = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
    const tools = { signal: either, ...(onProgress === undefined ? {} : { onProgress }) }
    const work = (running ?? Promise.resolve()).then(async () => {
      if (either.aborted) return refusal('cancelled', say('cancelled'))
      const start = performance.now()
      const learnt = await learner.learn(tools)
      restMs = Math.max(leastRestMs, restShare * (performance.now() - start))
      return learnt
    })
    const ended = work.finally(() => {
      if (running !== ended) return
      running = undefined
      tell()
    })
    running = ended
    tell()
    return ended
  }

  function look(): void {
    if (closing.signal.aborted || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      if (running !== undefined) look()
      else if (learner.isStale()) void begin()
    }, restMs)
    timer.unref()
  }

  const clock = setInterval(look, lookMs)
  clock.unref()
  const first = onceWithin(firstRestMs, () => void begin())
  if (!hasHistory(db.reader)) first.forget()

  return {
    current: () => learner.latest,
    async settled(mostMs) {
      first.now()
      if (running === undefined || learner.latest !== undefined) return
      const late = Promise.withResolvers<void>()
      const timeout = setTimeout(late.resolve, mostMs)
      await Promise.race([running, late.promise])
      clearTimeout(timeout)
    },
    learnNow(tools) {
      first.forget()
      return begin(tools)
    },
    state: () => ({ isLearning: running !== undefined || first.isDue(), failure: learner.failure }),
    look,
    async close() {
      closing.abort()
      first.forget()
      clearInterval(clock)
      clearTimeout(timer)
      await running
    },
  }
}

/** Does something after a while, or before when it is asked for, or not at all. */
function onceWithin(ms: number, act: () => void) {
  let timer: NodeJS.Timeout | undefined
  const forget = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const now = () => {
    if (timer === undefined) return
    forget()
    act()
  }
  timer = setTimeout(now, ms).unref()
  return { isDue: () => timer !== undefined, now, forget }
}
