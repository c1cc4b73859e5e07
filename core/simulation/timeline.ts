import { Temporal } from 'temporal-polyfill'

import type { MarketProfile, Weekday } from '../market/marketProfile.ts'
import { weekdays } from '../market/marketProfile.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { remembered } from './remembered.ts'

/** Half-hour slots of an order in market time (DE1). A day of the order runs from its start's clock time. */
export type Timeline = {
  readonly slots: number
  readonly days: number
  /** First slot of each day, and one past the last: days + 1 entries. 46, 48 or 50 slots lie between. */
  readonly dayStart: Int32Array
  /** Local date on which each day begins. */
  readonly dates: readonly string[]
  /** Opportunities of the slot against the mean slot; 0 in hours the order may not use. */
  readonly activity: Float64Array
  /** Price index of weekday and calendar, mean about 1. */
  readonly price: Float64Array
}

const slotMinutes = 30

export const timelineOf = remembered(makeTimeline, keyOf)

/** Everything of an order and a profile that its timeline depends on. */
function keyOf({ startsAt, durationDays, hours }: PromoteOrder, { zone, entries }: MarketProfile): string {
  const { hourActivity, weekdayPrice, doubleDatePrice, paydayPrice, yearEndPrice } = entries
  const tables = [hourActivity, weekdayPrice, doubleDatePrice, paydayPrice, yearEndPrice]
  return JSON.stringify([startsAt, durationDays, hours, zone, tables.map(({ value }) => value)])
}

function makeTimeline(order: PromoteOrder, profile: MarketProfile): Timeline {
  const start = Temporal.PlainDateTime.from(order.startsAt)
  const bounds = Array.from({ length: order.durationDays + 1 }, (_, day) =>
    start.add({ days: day }).toZonedDateTime(profile.zone),
  )
  const dayStart = new Int32Array(bounds.length)
  const activity: number[] = []
  const price: number[] = []
  for (let day = 0; day < order.durationDays; day++) {
    const from = bounds[day]!
    const to = bounds[day + 1]!
    const slots = Math.round((to.epochMilliseconds - from.epochMilliseconds) / (slotMinutes * 60_000))
    const isPlain = from.offsetNanoseconds === to.offsetNanoseconds
    for (let slot = 0; slot < slots; slot++) {
      const minutes = slot * slotMinutes
      // Where no clock change falls into the day, wall-clock arithmetic is enough and much faster.
      const local = isPlain ? plainClock(from, minutes) : zonedClock(from.add({ minutes }))
      activity.push(activityAt(local.hour, order, profile))
      price.push(priceIndexAt(local.date, profile))
    }
    dayStart[day + 1] = activity.length
  }
  return {
    slots: activity.length,
    days: order.durationDays,
    dayStart,
    dates: bounds.slice(0, -1).map(bound => bound.toPlainDate().toString()),
    activity: Float64Array.from(activity),
    price: Float64Array.from(price),
  }
}

type Clock = { readonly hour: number; readonly date: Temporal.PlainDate }

function plainClock(from: Temporal.ZonedDateTime, minutes: number): Clock {
  const total = from.hour * 60 + from.minute + minutes
  const date = from.toPlainDate()
  return { hour: Math.floor(total / 60) % 24, date: total < 1440 ? date : date.add({ days: 1 }) }
}

function zonedClock(moment: Temporal.ZonedDateTime): Clock {
  return { hour: moment.hour, date: moment.toPlainDate() }
}

function activityAt(hour: number, order: PromoteOrder, profile: MarketProfile): number {
  if (order.hours !== undefined && !order.hours.includes(hour)) return 0
  return profile.entries.hourActivity.value[hour] ?? 1
}

/** Weekday index, double dates (1.1 to 12.12), payday (25th to 30th) and year-end sales (20 November on): B23, B69. */
function priceIndexAt(date: Temporal.PlainDate, profile: MarketProfile): number {
  const { weekdayPrice, doubleDatePrice, paydayPrice, yearEndPrice } = profile.entries
  const weekday: Weekday = weekdays[date.dayOfWeek - 1]!
  const isYearEnd = date.month === 12 || (date.month === 11 && date.day >= 20)
  return (
    weekdayPrice.value[weekday] *
    (date.day === date.month ? doubleDatePrice.value : 1) *
    (date.day >= 25 && date.day <= 30 ? paydayPrice.value : 1) *
    (isYearEnd ? yearEndPrice.value : 1)
  )
}
