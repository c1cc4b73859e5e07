import type { LearnOptions } from '../../../core/calibration/learn.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { StartThread } from '../backend.ts'
import type { LearningThread, ReadHistory } from '../learningThread.ts'
import { onThread } from '../onThread.ts'
import { followWork } from './followWork.ts'
import type { HistorySource } from './historySource.ts'

export type Learnt = ReadHistory & { readonly learned: Learned }

export type WorkOptions = {
  readonly startThread: StartThread
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (fraction: number) => void
}

/** Nothing in learning is left to chance but the folds of a back-test. */
export const learningSeed = 1

/** Of the time, before the first fit. */
export const readingShare = 0.3

/** Reads a history and learns from it on a thread of its own, unless it has no rows or is `known` by its digest. */
export function learnFrom(
  source: HistorySource,
  options: LearnOptions & { readonly known?: string | undefined },
  { startThread, signal, onProgress }: WorkOptions,
): Promise<Result<Learnt | 'nothing' | 'known'>> {
  const { known, ...asked } = options
  const thread = { start: () => startThread('learning'), name: 'learning', signal }
  return onThread<LearningThread, Learnt | 'nothing' | 'known'>(thread, async learning => {
    const read = await followWork(
      async state => learning.read(source, state),
      fraction => onProgress?.(fraction * readingShare),
    )
    if (!read.ok) return read
    if (read.value.rows === 0) return { ok: true, value: 'nothing' }
    if (read.value.digest === known) return { ok: true, value: 'known' }
    const learned = await followWork(
      async state => learning.learn(asked, state),
      fraction => onProgress?.(readingShare + fraction * (1 - readingShare)),
    )
    return learned.ok ? { ok: true, value: { ...read.value, learned: learned.value } } : learned
  })
}
