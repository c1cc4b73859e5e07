import { dayOf } from '../history/calendarDay.ts'
import type { ExchangeRow } from './exchangeRow.ts'
import type { ImportTarget, MatchKind } from './importUnit.ts'
import { nameParts, plainName } from './unitKey.ts'

/** What is known of an order to recognise it in a file. */
export type KnownOrder = {
  readonly id: string
  readonly currency: string
  /** ISO local time of its start. */
  readonly startsAt: string
  readonly durationDays: number
  readonly title: string
  readonly product: string
  readonly handle: string
}

export type Unit = Pick<ExchangeRow, 'kind' | 'ids' | 'names'> & {
  readonly key: string
  readonly from: string | null
  readonly to: string | null
  readonly currency: string | null
}

/** Ways to look orders up, so that a file of a few ads need not read a hundred thousand orders. */
export type OrderLookup = {
  readonly byId: (id: string) => KnownOrder | undefined
  /** Orders of videos with this title, or products with this name, as plainName writes them. */
  readonly byName: (name: string) => readonly KnownOrder[]
}

export type Remembered = { readonly target: ImportTarget; readonly orderId: string | null }

export type Match = {
  readonly target: ImportTarget
  readonly orderId: string | null
  readonly by: MatchKind
  /** Orders that it may be, the best first; one of them is for a person to choose. */
  readonly candidates: readonly KnownOrder[]
}

/** More proposals than this are no help. */
const mostCandidates = 8
/** A day of the order runs into the next day of the calendar. */
const slackDays = 1

/**
 * The order that a unit of a file is of: what was decided before, else the order's own id, else names, then dates. More
 * than one is only proposed, and until it is decided the rows go where those of strangers go: into the history, and sales
 * nowhere.
 */
export function matchUnit(unit: Unit, lookup: OrderLookup, remembered: Remembered | undefined): Match {
  if (remembered !== undefined) return { ...remembered, by: 'remembered', candidates: [] }
  const own = findById(unit, lookup)
  if (own !== undefined) return { target: 'order', orderId: own.id, by: 'id', candidates: [] }
  const candidates = candidatesOf(unit, lookup)
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0)
    return { target: 'order', orderId: only.id, by: 'name', candidates }
  return {
    target: unit.kind === 'delivery' ? 'history' : 'leave',
    orderId: null,
    by: 'none',
    candidates: candidates.slice(0, mostCandidates),
  }
}

function findById({ kind, ids, names }: Unit, lookup: OrderLookup): KnownOrder | undefined {
  const texts = [
    // The order of an affiliate file is what somebody bought.
    ...(kind === 'affiliateOrder' ? [] : [ids.order]),
    ids.ad,
    ids.group,
    ids.campaign,
    ...[names.ad, names.group, names.campaign].flatMap(nameParts),
  ]
  for (const text of texts) {
    const found = text === null || text === '' ? undefined : lookup.byId(text)
    if (found !== undefined) return found
  }
  return undefined
}

function candidatesOf(unit: Unit, lookup: OrderLookup): readonly KnownOrder[] {
  const { names } = unit
  for (const level of [[names.video, names.ad], [names.group], [names.campaign], [names.product]]) {
    const found = new Map(
      level
        .flatMap(nameParts)
        .flatMap(lookup.byName)
        .filter(order => fits(unit, order))
        .map(order => [order.id, order]),
    )
    if (found.size > 0) return narrowed(unit, [...found.values()])
  }
  return []
}

/** The same currency, and days in common. */
function fits({ currency, from, to }: Unit, order: KnownOrder): boolean {
  if (currency !== null && currency !== order.currency) return false
  const start = dayOf(order.startsAt.slice(0, 10))
  const [first, last] = [dayOf(from ?? to ?? ''), dayOf(to ?? from ?? '')]
  if (start === undefined || first === undefined || last === undefined) return true
  return first <= start + order.durationDays + slackDays && last >= start
}

/** Those of the product and of the creator that the file names, where there are such; the nearest start first. */
function narrowed({ names, from }: Unit, orders: readonly KnownOrder[]): readonly KnownOrder[] {
  const product = plainName(names.product)
  const handle = plainName(names.creator).replace(/^@/, '')
  const where = (all: readonly KnownOrder[], test: (order: KnownOrder) => boolean) => {
    const some = all.filter(test)
    return some.length > 0 ? some : all
  }
  const ofProduct = where(orders, order => product !== '' && plainName(order.product) === product)
  const ofCreator = where(
    ofProduct,
    each => handle !== '' && plainName(each.handle).replace(/^@/, '') === handle,
  )
  const day = dayOf(from ?? '') ?? 0
  const distance = ({ startsAt }: KnownOrder) => Math.abs((dayOf(startsAt.slice(0, 10)) ?? 0) - day)
  return ofCreator.toSorted((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))
}
