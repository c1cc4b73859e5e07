import { dayOf, isoDay } from '../history/calendarDay.ts'

/** Whether the day, the month or the year is written first. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[T\s,])/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?=$|[T\s,])/
const dayFirstName = /^(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})(?=$|[\s,])/i
const monthFirstName = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?=$|[\s,])/i

/** The first three letters of the months in English and Indonesian. */
const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  agu: 8,
  ags: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  des: 12,
}

/** The ISO day that a text names, its time of day put aside; undefined where it is no date in this order. */
export function readDate(text: string, order: DateOrder): string | undefined {
  const ymd = yearFirst.exec(text) ?? compact.exec(text)
  if (ymd !== null) return iso(ymd[1], ymd[2], ymd[3])
  const last = yearLast.exec(text)
  if (last !== null)
    return order === 'mdy'
      ? iso(last[3], last[1], last[2])
      : order === 'dmy'
        ? iso(last[3], last[2], last[1])
        : same(last)
  const named = dayFirstName.exec(text)
  if (named !== null) return iso(named[3], monthOf(named[2]), named[1])
  const monthNamed = monthFirstName.exec(text)
  return monthNamed === null ? undefined : iso(monthNamed[3], monthOf(monthNamed[1]), monthNamed[2])
}

/** The order that a date proves; `open` where both read it, each as another day; undefined where it says nothing. */
export function orderOf(text: string): 'dmy' | 'mdy' | 'open' | undefined {
  const match = yearLast.exec(text)
  if (match === null) return undefined
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first > 12) return second > 12 ? undefined : 'dmy'
  if (second > 12) return 'mdy'
  return first === second ? undefined : 'open'
}

/** The day of a number by which spreadsheets keep dates: of 1900 or, in old files of the Macintosh, of 1904. */
export function dateOfSerial(serial: number, system: 1900 | 1904): string | undefined {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return undefined
  const whole = Math.floor(serial)
  // 1900 is taken for a leap year: serial 60 is a day that never was.
  const since1970 = system === 1904 ? whole - 24_107 : whole - (whole < 60 ? 25_568 : 25_569)
  return since1970 < 0 ? undefined : isoDay(since1970)
}

/** Two dates with a mark between, as in `2026-11-01 00 ~ 2026-11-07 23`, wherever in a text they stand. */
export function periodIn(text: string): { readonly from: string; readonly to: string } | undefined {
  const found = text.matchAll(/(?<!\d)(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)/g)
  const named = text.matchAll(/(?<!\w)(\d{1,2} [A-Za-z]{3,9} \d{4}|[A-Za-z]{3,9} \d{1,2}, \d{4})(?!\w)/g)
  const texts = [...found, ...named].map(match => match[1] ?? '')
  if (texts.length !== 2) return undefined
  const order = texts.map(orderOf).find(each => each === 'mdy' || each === 'dmy') ?? 'dmy'
  const [from, to] = texts.map(each => readDate(each, order))
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

function monthOf(name: string | undefined): string | undefined {
  const month = months[name?.slice(0, 3).toLowerCase() ?? '']
  return month === undefined ? undefined : String(month)
}

/** In a file of dates with the year first, one that ends with it is read only where both orders mean the same day. */
function same(match: RegExpExecArray): string | undefined {
  return match[1] === match[2] ? iso(match[3], match[2], match[1]) : undefined
}

function iso(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return dayOf(text) === undefined ? undefined : text
}
