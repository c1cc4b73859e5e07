import { isoDay, weekdayOf } from '../history/calendarDay.ts'
import type { UnitPeriod } from './history.ts'

/** What is known of prices and click rates of a market beside their level (DE1, DE2), as logarithms. Plain data: it crosses to threads. */
export type Conditions = {
  /** Price by weekday, Monday first. */
  readonly weekday: readonly number[]
  readonly doubleDate: number
  readonly payday: number
  readonly yearEnd: number
  /** Price of a chosen audience. */
  readonly custom: number
  /** Price and CTR where interests were chosen. */
  readonly interests: { readonly price: number; readonly ctr: number }
  readonly cells: readonly {
    readonly age: string
    readonly gender: string
    /** Of the market's adults. */
    readonly share: number
    /** Factors, not logarithms: they are averaged over people. */
    readonly price: number
    readonly ctr: number
  }[]
}

/** ln of what the conditions of a unit do to price and CTR against the level of its market. */
export type KnownShift = { readonly price: number; readonly ctr: number }

/** Of a longer period its first days stand for all: schedules run on after the money has gone. */
const mostDays = 31

export function conditionShift(conditions: Conditions | undefined, unit: UnitPeriod): KnownShift {
  if (conditions === undefined) return { price: 0, ctr: 0 }
  const people = peopleShift(conditions, unit)
  const isCustom = unit.audienceKind === 'custom'
  const hasInterests = unit.interests !== ''
  return {
    price:
      people.price +
      (isCustom ? conditions.custom : 0) +
      (hasInterests ? conditions.interests.price : 0) +
      calendarShift(conditions, unit),
    ctr: people.ctr + (hasInterests ? conditions.interests.ctr : 0),
  }
}

function peopleShift({ cells }: Conditions, { ageBands, genders }: UnitPeriod): KnownShift {
  const isIn = (list: string, name: string) => list === '' || list.split('|').includes(name)
  const chosen = cells.filter(cell => isIn(ageBands, cell.age) && isIn(genders, cell.gender))
  const reached = chosen.length > 0 ? chosen : cells
  const mean = (value: (cell: (typeof cells)[number]) => number) =>
    reached.reduce((sum, cell) => sum + cell.share * value(cell), 0) /
    reached.reduce((sum, { share }) => sum + share, 0)
  return { price: Math.log(mean(cell => cell.price)), ctr: Math.log(mean(cell => cell.ctr)) }
}

/** ln of the mean price index over the days of the unit. */
function calendarShift(conditions: Conditions, { start, end }: UnitPeriod): number {
  const first = start ?? end
  if (first === null) return 0
  const days = Math.max(1, Math.min(mostDays, (end ?? first) - first + 1))
  let sum = 0
  for (let day = first; day < first + days; day++) sum += Math.exp(priceIndex(conditions, day))
  return Math.log(sum / days)
}

function priceIndex({ weekday, doubleDate, payday, yearEnd }: Conditions, day: number): number {
  const [month = 0, date = 0] = isoDay(day).slice(5).split('-').map(Number)
  const isYearEnd = month === 12 || (month === 11 && date >= 20)
  return (
    (weekday[weekdayOf(day)] ?? 0) +
    (date === month ? doubleDate : 0) +
    (date >= 25 && date <= 30 ? payday : 0) +
    (isYearEnd ? yearEnd : 0)
  )
}
