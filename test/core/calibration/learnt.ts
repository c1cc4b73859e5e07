import type { HistoryRow } from '../../../core/calibration/history.ts'
import { learn, type LearnOptions } from '../../../core/calibration/learn.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import { priorFromSigmas } from '../../../core/calibration/marketPrior.ts'
import { finish } from '../../../core/calibration/progress.ts'

const gb = priorFromSigmas(
  { market: 'GB', currency: 'GBP' },
  [Math.log(8.7), Math.log(0.014), Math.log(0.028)],
  [0.43, 0.44, 0.81],
  [0.6, -0.3, -0.5],
)
const id = priorFromSigmas(
  { market: 'ID', currency: 'IDR' },
  [Math.log(20_000), Math.log(0.014), Math.log(0.028)],
  [0.54, 0.44, 0.81],
  [0.6, -0.3, -0.5],
)
export const priors = [gb, id]
export const learnt = (rows: readonly HistoryRow[], options: Partial<LearnOptions> = {}): Learned =>
  finish(learn(rows, { seed: 1, priors, ...options }))
