import * as v from 'valibot'

import { ageBands, genders } from '../market/marketProfile.ts'
import { categories } from '../order/promoteOrder.ts'

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
export const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
export const longText = v.pipe(v.string(), v.maxLength(4000))
export const market = v.picklist(['GB', 'ID'])
export const currency = v.picklist(['GBP', 'IDR'])
/** Minor units of the market's currency, guarded below 2^53. */
export const minor = v.pipe(v.number(), v.safeInteger())
export const positiveMinor = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const isoDate = v.pipe(v.string(), v.isoDate())
/** Local date and time in the market's zone, to the minute. */
export const localDateTime = v.pipe(v.string(), v.isoDateTime())
export const epochMs = v.pipe(v.number(), v.safeInteger())
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** An optional fact: true, false, or not known. */
export const fact = v.nullable(v.boolean())

export const audience = v.variant('kind', [
  v.strictObject({ kind: v.literal('automatic') }),
  v.strictObject({
    kind: v.literal('custom'),
    ageBands: v.array(v.picklist(ageBands)),
    genders: v.array(v.picklist(genders)),
    interests: v.array(v.picklist(categories)),
  }),
])
