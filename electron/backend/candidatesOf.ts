import type { Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { Candidate } from '../../core/forecast/analysis.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import { say } from '../../core/words/say.ts'
import { findProfile } from '../../db/profileEdits.ts'
import { badInput } from '../../db/refusal.ts'
import { type Context, done } from './context.ts'
import { forecastInput } from './forecastInput.ts'
import { orderProfile } from './learning/orderProfile.ts'
import { orderUnit } from './learning/orderUnit.ts'
import { readOrder } from './readOrder.ts'

type NamedDraft = { readonly name: string; readonly draft: OrderDraft }
type Chance = Pick<ForecastInput, 'seed' | 'replicates'>
type Candidates = Omit<ForecastInput, 'order'> & { readonly candidates: readonly Candidate[] }

/** The orders of several drafts, at least one, all in one market, with the facts of today and each with what was learnt for it: money of two markets does not compare. */
export function candidatesOf(
  context: Pick<Context, 'db' | 'learning' | 'now'>,
  drafts: readonly NamedDraft[],
  chance: Chance,
): Result<Candidates> {
  const { reader } = context.db
  const subjects = new Map<string, number>()
  const candidates: Candidate[] = []
  for (const [place, { name, draft }] of drafts.entries()) {
    const read = readOrder(reader, draft, context.now())
    if (!read.ok) return read
    const what = `${draft.videoId} ${draft.productId}`
    const subject = subjects.get(what) ?? subjects.size
    subjects.set(what, subject)
    const { order } = read.value
    const profile = orderProfile(context, order, orderUnit(draft, read.value))
    candidates.push({ name, order, subject, profile })
    const [first] = candidates
    if (first !== undefined && first.order.market !== read.value.order.market)
      return badInput(
        `drafts.${place}.market`,
        say('{{market}}, the market of the first order: money of two markets does not compare', {
          market: first.order.market,
        }),
        read.value.order.market,
      )
  }
  const [first] = candidates
  if (first === undefined) return badInput('drafts', say('at least one order'), say('none'))
  const profile = findProfile(reader, first.order.market)
  const input = forecastInput({ order: first.order, profile, ...chance })
  if (!input.ok) return input
  const { seed, replicates } = input.value
  return done({ candidates, profile, seed, replicates })
}
