import type { LearnProgress } from './learned.ts'

/** Steps of a part, told as steps of the whole from `from` to `to`. */
export function* within<T>(
  steps: Generator<LearnProgress, T>,
  from: number,
  to: number,
): Generator<LearnProgress, T> {
  let step = steps.next()
  while (!step.done) {
    yield { ...step.value, fraction: from + (to - from) * step.value.fraction }
    step = steps.next()
  }
  return step.value
}

/** Runs to the end at once, for callers who need no progress. */
export function finish<T>(steps: Generator<LearnProgress, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
