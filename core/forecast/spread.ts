import * as v from 'valibot'

const amount = v.nullable(v.number())

/** Mean and quantiles of one quantity over the replicates; null where the quantity does not exist there. */
export const spread = v.strictObject({
  mean: amount,
  p025: amount,
  p10: amount,
  p25: amount,
  p50: amount,
  p75: amount,
  p90: amount,
  p975: amount,
})
export type Spread = v.InferOutput<typeof spread>
