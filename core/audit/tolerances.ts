import * as v from 'valibot'

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** What an audit lets pass (A14). Beyond it something is raised, not decided. */
export const tolerances = v.strictObject({
  /** Of counts that two parties report of one thing. */
  countShare: share,
  /** Of amounts, in minor units of whichever currency. */
  moneyMinor: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e9)),
  /** Of impressions that were invalid (A15). */
  invalidShare: share,
})
export type Tolerances = v.InferOutput<typeof tolerances>

/** 1.5% is what one company accepts [C 139]; 5.1% the mean that one vendor measured in 2024 [C 51]. */
export const usualTolerances: Tolerances = { countShare: 0.015, moneyMinor: 0, invalidShare: 0.051 }
