import * as v from 'valibot'

import { historyTargets } from '../calibration/history.ts'
import { say } from '../words/say.ts'
import * as f from './fields.ts'

const target = v.picklist(historyTargets)
/** Null where it cannot be said: a share of nothing. */
const score = v.nullable(v.number())

export const startBacktest = v.strictObject({
  source: v.variant('kind', [
    v.strictObject({ kind: v.literal('own') }),
    v.strictObject({ kind: v.literal('history'), id: f.id }),
    v.strictObject({ kind: v.literal('all') }),
  ]),
  split: v.variant('kind', [
    v.strictObject({ kind: v.literal('date'), on: f.isoDate }),
    v.strictObject({
      kind: v.literal('folds'),
      folds: v.pipe(f.count, v.minValue(2, say('2 to 50')), v.maxValue(50, say('2 to 50'))),
    }),
    /** Origins from `on`, each forecasting the next `days`. */
    v.strictObject({
      kind: v.literal('rolling'),
      on: f.isoDate,
      days: v.pipe(f.count, v.minValue(1, say('1 to 366')), v.maxValue(366, say('1 to 366'))),
    }),
  ]),
  targets: v.pipe(v.array(target), v.minLength(1, say('at least one target'))),
  seed: v.optional(f.count, 1),
})
export type BacktestAsked = v.InferOutput<typeof startBacktest>

const coverage = v.strictObject({ share: score, standardError: score })
const scores = v.strictObject({
  n: f.count,
  wape: score,
  bias: score,
  coverage50: coverage,
  coverage80: coverage,
  coverage95: coverage,
  meanWidth: score,
  intervalScore: score,
  crps: score,
})

export const backtestRowsShown = 2000
const forecastNumbers = {
  mean: v.number(),
  p025: v.number(),
  p10: v.number(),
  p25: v.number(),
  p50: v.number(),
  p75: v.number(),
  p90: v.number(),
  p975: v.number(),
}

/** Accuracy on units that the forecasts had not seen, with simple forecasts of the same rows beside them (CA4). */
export const backtestShown = v.strictObject({
  kind: v.literal('backtest'),
  report: v.strictObject({
    trainRows: f.count,
    leftOutRows: f.count,
    testRows: f.count,
    targets: v.array(
      v.strictObject({
        target,
        scores,
        baselines: v.strictObject({
          pooled: v.optional(scores),
          video: v.optional(scores),
          last: v.optional(scores),
        }),
        /** Scores over those of the best baseline; below 1 is better. */
        skill: v.strictObject({ wape: score, intervalScore: score, crps: score }),
      }),
    ),
  }),
  /** At most `backtestRowsShown`, spread evenly over all. */
  rows: v.array(
    v.strictObject({
      unitId: v.string(),
      start: v.nullable(f.isoDate),
      end: v.nullable(f.isoDate),
      market: v.string(),
      audienceKind: v.string(),
      target,
      actual: v.number(),
      ...forecastNumbers,
    }),
  ),
})
export type BacktestShown = v.InferOutput<typeof backtestShown>

/** How often actuals fell inside an interval, with a 95% interval of that share. */
const coverageShown = v.strictObject({
  level: v.picklist([50, 80, 95]),
  n: f.count,
  inside: f.count,
  share: score,
  low: score,
  high: score,
})
const summary = v.strictObject({
  n: f.count,
  coverage: v.array(coverageShown),
  /** Mean of ln(actual + ½) − ln(p50 + ½): above 0 where forecasts were too low. */
  bias: score,
  biasError: score,
})

/** Frozen forecasts of the console's own finished orders against what they delivered (CA6). */
export const accuracy = v.strictObject({
  /** The newest 2,000, the newest first. */
  points: v.array(
    v.strictObject({
      orderId: f.id,
      title: v.string(),
      creator: v.string(),
      market: f.market,
      audienceKind: v.picklist(['automatic', 'custom']),
      completedOn: f.isoDate,
      /** Deliveries that were made up, as in the demo: they prove nothing. */
      isSimulated: v.boolean(),
      actual: f.count,
      ...forecastNumbers,
    }),
  ),
  /** Of points with real deliveries, and of those with simulated ones. */
  real: summary,
  simulated: summary,
})
export type Accuracy = v.InferOutput<typeof accuracy>
