import type { HistoryRow } from './history.ts'
import type { Learned } from './learned.ts'

/** Fewer counts than these and a day's rate is mostly chance. */
const fewestCounts = 20
const fewestDays = 20

type Day = { readonly day: number; readonly logRate: number }

/** Day noise of the price within units that have daily rows (RA5): the daily log change, and its memory. */
export function dayNoiseOf(rows: readonly HistoryRow[]): Learned['dayNoise'] {
  const byUnit = new Map<string, Day[]>()
  for (const { unitId, start, end, spend, impressions } of rows) {
    if (start === null || start !== end || !(spend !== null && spend > 0)) continue
    if (impressions === null || impressions < fewestCounts) continue
    const days = byUnit.get(unitId) ?? []
    days.push({ day: start, logRate: Math.log(impressions / spend) })
    byUnit.set(unitId, days)
  }
  const sums = { squares: 0, changes: 0, product: 0, variance: 0 }
  for (const days of byUnit.values()) if (days.length >= 3) addChanges(days, sums)
  const { squares, changes, product, variance } = sums
  if (changes < fewestDays) return null
  return {
    deviation: Math.sqrt(squares / changes),
    correlation: variance > 0 ? product / variance : 0,
    days: changes,
  }
}

type Sums = { squares: number; changes: number; product: number; variance: number }

function addChanges(days: Day[], sums: Sums): void {
  days.sort((a, b) => a.day - b.day)
  const mean = days.reduce((sum, { logRate }) => sum + logRate, 0) / days.length
  for (let i = 1; i < days.length; i++) {
    const before = days[i - 1]!
    const now = days[i]!
    if (now.day !== before.day + 1) continue
    sums.squares += (now.logRate - before.logRate) ** 2
    sums.product += (now.logRate - mean) * (before.logRate - mean)
    sums.variance += ((now.logRate - mean) ** 2 + (before.logRate - mean) ** 2) / 2
    sums.changes++
  }
}
