import { createWorkState, fractionOf, type WorkState } from './workState.ts'

const lookMs = 100

/** Has `work` done and tells how far it is, ten times a second. */
export async function followWork<T>(
  work: (state: WorkState) => Promise<T>,
  onProgress: (fraction: number) => void,
): Promise<T> {
  const state = createWorkState()
  const timer = setInterval(() => onProgress(fractionOf(state)), lookMs)
  try {
    return await work(state)
  } finally {
    clearInterval(timer)
  }
}
