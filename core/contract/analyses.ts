import * as v from 'valibot'

import { maximisable } from '../forecast/analysis.ts'
import { deliveryResult, halfHours } from '../forecast/deliveryResult.ts'
import { say } from '../words/say.ts'
import * as f from './fields.ts'
import { orderDraft } from './orders.ts'

/** How an analysis is run. A later start with the same `key` cancels the earlier one, so that dragging never queues work. */
const chance = { seed: f.count, replicates: f.count, key: f.id }

/** A draft among others: `name` is how the answer calls it. */
const namedDraft = v.strictObject({ name: v.string(), draft: orderDraft })

/** `orderId` is the order that the draft is of: what it delivered so far moves its forecast. */
export const startForecast = v.strictObject({ draft: orderDraft, orderId: v.optional(f.id), ...chance })
export const startCurve = v.strictObject({ draft: orderDraft, ...chance })
export const startComparison = v.strictObject({
  drafts: v.pipe(
    v.array(namedDraft),
    v.minLength(2, say('at least two orders')),
    v.maxLength(6, say('at most six orders')),
  ),
  ...chance,
})
export const startAllocation = v.strictObject({
  drafts: v.pipe(
    v.array(namedDraft),
    v.minLength(2, say('at least two orders')),
    v.maxLength(12, say('at most twelve orders')),
  ),
  budgetMinor: v.pipe(f.minor, v.minValue(1, say('a budget above 0'))),
  maximise: v.picklist(maximisable),
  ...chance,
})

/** One possible delivery, with its half hours to be played. */
export const played = v.strictObject({ delivery: deliveryResult, halfHours })
