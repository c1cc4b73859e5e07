import type { Maximise } from './analysis.ts'
import type { Responses } from './responses.ts'

/** A split is made of steps of this share of the budget. */
const units = 20

type Options = {
  readonly budgetMinor: number
  readonly maximise: Maximise
  /** The least that each candidate may get unless it gets nothing, in minor units. */
  readonly leastMinor: readonly number[]
}

/**
 * The split of a budget with the highest expected clicks or profit (FO6), in minor units per candidate. Profit may be best
 * served by spending less, or nothing. Where candidates cannot be told apart it spreads the money: a lean towards equal
 * shares weighs as much as the Monte-Carlo error of the responses, and an even split stands unless another is better by
 * more than twice that error.
 */
export function splitBudget(responses: Responses, options: Options): number[] {
  const { budgetMinor, maximise } = options
  const least = options.leastMinor.map(minor => Math.ceil((minor * units) / budgetMinor - 1e-9))
  // A budget that is too small for any minimum is split as if there were none.
  const isTooSmall = least.every(need => need > units)
  const error = Math.max(
    ...responses.candidates.map(each => (maximise === 'clicks' ? each.clicksError : each.profitError)),
  )
  const valueAt = (i: number, share: number) =>
    interpolated(responses.shares, responses.candidates[i]![maximise], share)
  const values = responses.candidates.map((_, i) =>
    Array.from({ length: units + 1 }, (_, unit) => {
      if (unit > 0 && !isTooSmall && unit < least[i]!) return -Infinity
      const share = unit / units
      return valueAt(i, share) - 2 * error * share * share
    }),
  )
  const best = bestUnits(values, maximise === 'clicks')
  const { length } = best
  const mayBeEven = isTooSmall || least.every(need => need * length <= units)
  const worth = (shares: readonly number[]) => shares.reduce((sum, share, i) => sum + valueAt(i, share), 0)
  const even = best.map(() => 1 / length)
  const gain = worth(best.map(unit => unit / units)) - worth(even)
  if (mayBeEven && error > 0 && gain <= 2 * error) return minorOf(even, budgetMinor)
  return minorOf(
    best.map(unit => unit / units),
    budgetMinor,
  )
}

/** Whole units per candidate, by dynamic programming over the candidates; `all` must be spent, or at most all. */
function bestUnits(values: readonly (readonly number[])[], all: boolean): number[] {
  let best: { readonly value: number; readonly split: readonly number[] }[] = [{ value: 0, split: [] }]
  for (const candidate of values) {
    best = Array.from({ length: units + 1 }, (_, spent) => {
      let top = { value: -Infinity, split: candidate.map(() => 0) as readonly number[] }
      for (let own = 0; own <= spent; own++) {
        const before = best[spent - own]
        if (before === undefined) continue
        const value = before.value + candidate[own]!
        if (value > top.value) top = { value, split: [...before.split, own] }
      }
      return top
    })
  }
  const whole = best[units]!
  const chosen = all ? whole : best.reduce((top, each) => (each.value > top.value ? each : top), best[0]!)
  return [...chosen.split]
}

/** Rounded so that the parts make exactly the share of the budget that is spent. */
function minorOf(shares: readonly number[], budgetMinor: number): number[] {
  let sum = 0
  let given = 0
  return shares.map(share => {
    sum += share
    const minor = Math.round(sum * budgetMinor) - given
    given += minor
    return minor
  })
}

function interpolated(x: readonly number[], y: readonly number[], at: number): number {
  const high = x.findIndex(each => each >= at)
  const [x0, y0] = high === 0 ? [0, 0] : [x[high - 1]!, y[high - 1]!]
  const part = (at - x0) / (x[high]! - x0)
  return y0 + part * (y[high]! - y0)
}
