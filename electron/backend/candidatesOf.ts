import type { Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { Candidate } from '../../core/forecast/analysis.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { Reader } from '../../db/connection.ts'
import { badInput } from '../../db/refusal.ts'
import { done } from './context.ts'
import { forecastInput } from './forecastInput.ts'
import { readOrder } from './readOrder.ts'

type NamedDraft = { readonly name: string; readonly draft: OrderDraft }
type Chance = Pick<ForecastInput, 'seed' | 'replicates'>
type Candidates = Omit<ForecastInput, 'order'> & { readonly candidates: readonly Candidate[] }

/** The orders of several drafts, at least one, all in one market: money of two markets does not compare. */
export function candidatesOf(
  reader: Reader,
  drafts: readonly NamedDraft[],
  chance: Chance,
): Result<Candidates> {
  const subjects = new Map<string, number>()
  const candidates: Candidate[] = []
  for (const [place, { name, draft }] of drafts.entries()) {
    const read = readOrder(reader, draft)
    if (!read.ok) return read
    const what = `${draft.videoId} ${draft.productId}`
    const subject = subjects.get(what) ?? subjects.size
    subjects.set(what, subject)
    candidates.push({ name, order: read.value.order, subject })
    const [first] = candidates
    if (first !== undefined && first.order.market !== read.value.order.market)
      return badInput(
        `drafts.${place}.market`,
        `${first.order.market}, the market of the first order: money of two markets does not compare`,
        read.value.order.market,
      )
  }
  const [first] = candidates
  if (first === undefined) return badInput('drafts', 'at least one order', 'none')
  const input = forecastInput(first.order, chance)
  if (!input.ok) return input
  const { profile, seed, replicates } = input.value
  return done({ candidates, profile, seed, replicates })
}
