/** Steps of a decade that people think of as round. */
const roundSteps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9] as const

/**
 * The amounts a budget slider stops at: round ones between two limits, the limits included. A slider in equal steps of
 * money would leave the ordinary budgets to its first hundredth, because the limits are a factor of 300 apart.
 */
export function budgetLadder(leastMinor: number, mostMinor: number, decimals: number): readonly number[] {
  const unit = 10 ** decimals
  const rungs: number[] = []
  for (let decade = 10 ** Math.floor(Math.log10(leastMinor)); decade <= mostMinor; decade *= 10) {
    for (const step of roundSteps) {
      const amount = Math.round(step * decade)
      // Below a hundred units of money the slider keeps to whole ones.
      const isRound = amount < unit || amount % unit === 0
      if (isRound && amount > leastMinor && amount < mostMinor) rungs.push(amount)
    }
  }
  return [leastMinor, ...rungs, mostMinor]
}

/** The rung nearest to an amount, by ratio. */
export function nearestRung(ladder: readonly number[], amountMinor: number): number {
  const distance = (rung: number) => Math.abs(Math.log((rung + 1) / (Math.max(0, amountMinor) + 1)))
  let nearest = 0
  ladder.forEach((rung, index) => {
    if (distance(rung) < distance(ladder[nearest] ?? rung)) nearest = index
  })
  return nearest
}
