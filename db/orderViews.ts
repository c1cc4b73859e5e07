import type { OrderList, OrderView } from '../core/contract/orderList.ts'
import type { MarketCode } from '../core/market/marketProfile.ts'
import type { Currency } from '../core/money/money.ts'
import {
  type Grouped,
  isInGroup,
  isJudged,
  isOutside,
  type OrderGroup,
  type SortKey,
} from '../core/order/orderGroups.ts'
import { type OrderState, orderStates, unpaidStates } from '../core/order/orderState.ts'
import { sortPlaces } from './sortPlaces.ts'

/** What an order is found, sorted and summed by. */
export type OrderEntry = Grouped & {
  readonly id: string
  readonly market: MarketCode
  readonly currency: Currency
  readonly videoId: string
  readonly productId: string
  readonly budgetMinor: number
  /** Local date and time of its market, in seconds as if it were UTC. */
  readonly startsAt: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly archivedAt: number | null
  readonly spentMinor: number | null
  readonly conversions: number | null
  readonly targetReached: number | null
}

/** Names by id; a merged creator or product has the name of the one it turned out to be. */
export type OrderNames = {
  readonly videos: ReadonlyMap<string, { readonly name: string; readonly creatorId: string }>
  readonly creators: ReadonlyMap<string, string>
  readonly products: ReadonlyMap<string, string>
}

type Look = Omit<OrderList, 'rows'> & {
  /** The orders of the view, in its order. */
  readonly ids: (from: number, to: number) => readonly string[]
}

/** What a filter, a group and states leave, without an order. */
type Choice = {
  /** 1 for each place whose order is chosen. */
  readonly isChosen: Uint8Array
  readonly total: number
  readonly tally: ReturnType<ReturnType<typeof createTally>['result']>
}

/** Answers views over orders held in memory. What was sorted and chosen last is kept until something changes. */
export function orderViews(orders: Map<number, OrderEntry>, firstNames: OrderNames) {
  let names = firstNames
  let known = remember([...orders.values()], names)
  const forget = (): void => {
    known = remember([...orders.values()], names)
  }
  return {
    rename(newNames: OrderNames): void {
      names = newNames
      forget()
    },
    /** Puts orders in the place of what was known of them; none ever goes. */
    replace(changed: ReadonlyMap<number, OrderEntry>): void {
      for (const [row, entry] of changed) orders.set(row, entry)
      forget()
    },
    look(view: OrderView): Look {
      const { entries, choiceOf, sorted } = known
      const { isChosen, total, tally } = choiceOf(view)
      const order = sorted(view.sort)
      const ids = (from: number, to: number) =>
        placesIn(order, isChosen, from, to).map(place => entries[place]?.id ?? '')
      return { ...tally, total, all: entries.length, ids }
    },
  }
}

/** Choices and sortings of entries that stay as they are. */
function remember(entries: readonly OrderEntry[], names: OrderNames) {
  const sortedBy = new Map<string, Uint32Array>()
  let latestFirst: Uint32Array | undefined
  let lastChoice: { readonly key: string; readonly choice: Choice } | undefined

  function keysBy(key: SortKey): Float64Array {
    const keyOf = keysOf(key, names)
    const keys = new Float64Array(entries.length)
    for (const [place, entry] of entries.entries()) keys[place] = keyOf(entry)
    return keys
  }

  return {
    entries,
    sorted: ({ key, isDescending }: OrderView['sort']): Uint32Array => {
      const name = `${key} ${isDescending}`
      latestFirst ??= sortPlaces(keysBy('updated'), Uint32Array.from(entries.keys()), true)
      const made = sortedBy.get(name) ?? sortPlaces(keysBy(key), latestFirst, isDescending)
      sortedBy.set(name, made)
      return made
    },
    /** Scrolling and sorting ask for one choice again and again. */
    choiceOf: (view: OrderView): Choice => {
      const key = JSON.stringify({ ...view, sort: null, columns: null })
      if (lastChoice?.key !== key) lastChoice = { key, choice: choose(entries, view, names) }
      return lastChoice.choice
    },
  }
}

function choose(entries: readonly OrderEntry[], view: OrderView, names: OrderNames): Choice {
  const isFound = filterOf(view, names)
  const states = new Set(view.states)
  const tally = createTally()
  const isChosen = new Uint8Array(entries.length)
  let total = 0
  for (const [place, entry] of entries.entries()) {
    if (!isFound(entry)) continue
    tally.find(entry)
    if (!isInGroup(view.group, entry) || (states.size > 0 && !states.has(entry.state))) continue
    tally.choose(entry)
    isChosen[place] = 1
    total++
  }
  return { isChosen, total, tally: tally.result() }
}

/** The chosen places of an order, from one to another. */
function placesIn(order: Uint32Array, isChosen: Uint8Array, from: number, to: number): number[] {
  const places: number[] = []
  let at = 0
  for (const place of order) {
    if (at >= to) break
    if (isChosen[place] === 1 && at++ >= from) places.push(place)
  }
  return places
}

/** What leaves an order out, but for group and state, whose counts are shown beside their names. */
function filterOf(view: OrderView, names: OrderNames): (entry: OrderEntry) => boolean {
  const { market, creatorId, videoId, startsFrom, startsTo, archived } = view
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  const hasWords = wordSearch(words, names)
  const first = startsFrom === null ? -Infinity : secondsOf(startsFrom)
  const end = startsTo === null ? Infinity : secondsOf(startsTo) + daySeconds
  return entry =>
    (entry.archivedAt !== null) === archived &&
    (market === null || entry.market === market) &&
    (videoId === null || entry.videoId === videoId) &&
    (creatorId === null || names.videos.get(entry.videoId)?.creatorId === creatorId) &&
    entry.startsAt >= first &&
    entry.startsAt < end &&
    (words.length === 0 || hasWords(entry))
}

const daySeconds = 86_400
const secondsOf = (isoDate: string) => Date.parse(`${isoDate}T00:00Z`) / 1000

/** Each name is searched once, however many orders have it. */
function wordSearch(words: readonly string[], names: OrderNames): (entry: OrderEntry) => boolean {
  const bitsIn = (text: string) => {
    const lower = text.toLowerCase()
    return words.reduce((bits, word, place) => (lower.includes(word) ? bits | (1 << place) : bits), 0)
  }
  const wanted = words.reduce((bits, _, place) => bits | (1 << place), 0)
  const creators = mapValues(names.creators, bitsIn)
  const products = mapValues(names.products, bitsIn)
  const videos = mapValues(
    names.videos,
    ({ name, creatorId }) => bitsIn(name) | (creators.get(creatorId) ?? 0),
  )
  return ({ videoId, productId }) => ((videos.get(videoId) ?? 0) | (products.get(productId) ?? 0)) === wanted
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]))
}

/** Pounds stand before rupiah: amounts of two currencies have no order (L5). Above any amount, and exact as a double. */
const currencyStep = 2 ** 50

const nameOrder = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/** A number for every value that a column sorts by; unknown ones are NaN and come last either way. */
function keysOf(key: SortKey, names: OrderNames): (entry: OrderEntry) => number {
  const rankOf = (values: ReadonlyMap<string, string>) => {
    const ordered = [...new Set(values.values())].toSorted(nameOrder.compare)
    const ranks = new Map(ordered.map((name, place) => [name, place]))
    return mapValues(values, name => ranks.get(name) ?? NaN)
  }
  const ranked = (values: ReadonlyMap<string, string>, idOf: (entry: OrderEntry) => string) => {
    const ranks = rankOf(values)
    return (entry: OrderEntry) => ranks.get(idOf(entry)) ?? NaN
  }
  const amount = ({ currency }: OrderEntry, minor: number) =>
    currency === 'GBP' ? minor : currencyStep + minor
  const keys: { readonly [K in SortKey]: () => (entry: OrderEntry) => number } = {
    video: () =>
      ranked(
        mapValues(names.videos, ({ name }) => name),
        ({ videoId }) => videoId,
      ),
    creator: () =>
      ranked(
        mapValues(names.videos, ({ creatorId }) => names.creators.get(creatorId) ?? ''),
        ({ videoId }) => videoId,
      ),
    product: () => ranked(names.products, ({ productId }) => productId),
    market: () => entry => (entry.market === 'GB' ? 0 : 1),
    state: () => entry => orderStates.indexOf(entry.state),
    budget: () => entry => amount(entry, entry.budgetMinor),
    spent: () => entry => (entry.spentMinor === null ? NaN : amount(entry, entry.spentMinor)),
    clicks: () => entry => entry.linkClicks ?? NaN,
    conversions: () => entry => entry.conversions ?? NaN,
    costPerClick: () => entry =>
      entry.linkClicks === null || entry.linkClicks === 0 || entry.spentMinor === null
        ? NaN
        : amount(entry, entry.spentMinor / entry.linkClicks),
    target: () => entry => entry.targetReached ?? NaN,
    runs: () => entry => entry.startsAt,
    created: () => entry => entry.createdAt,
    updated: () => entry => entry.updatedAt,
  }
  return keys[key]()
}

const noneInAnyState: Look['states'] = {
  draft: 0,
  awaiting_payment: 0,
  in_review: 0,
  rejected: 0,
  scheduled: 0,
  active: 0,
  paused: 0,
  completed: 0,
  cancelled: 0,
  payment_failed: 0,
  refund_requested: 0,
  refunded: 0,
}

/** Adds up a view in one pass: counts of all that its filters leave, sums of what its group and states choose. */
function createTally() {
  const states: Look['states'] = { ...noneInAnyState }
  const sums = { GBP: { orders: 0, committed: 0, spent: 0 }, IDR: { orders: 0, committed: 0, spent: 0 } }
  let found = 0
  let outside = 0
  let completed = 0
  let inside = 0
  // Every group but `outside` is made of whole states.
  const inGroup = (group: OrderGroup) =>
    orderStates.reduce(
      (sum, state) => (isInGroup(group, { ...noResult, state }) ? sum + states[state] : sum),
      0,
    )
  return {
    find(entry: OrderEntry): void {
      found++
      states[entry.state]++
      if (isOutside(entry)) outside++
    },
    choose(entry: OrderEntry): void {
      if (isJudged(entry)) {
        completed++
        if (!isOutside(entry)) inside++
      }
      if (isUnpaid[entry.state]) return
      const sum = sums[entry.currency]
      sum.orders++
      sum.committed += entry.budgetMinor
      sum.spent += entry.spentMinor ?? 0
    },
    result: (): Pick<Look, 'groups' | 'states' | 'sums' | 'accuracy'> => ({
      states,
      groups: {
        all: found,
        decide: inGroup('decide'),
        running: inGroup('running'),
        finished: inGroup('finished'),
        unpaid: inGroup('unpaid'),
        outside,
      },
      sums: (['GBP', 'IDR'] as const)
        .filter(currency => sums[currency].orders > 0)
        .map(currency => ({
          currency,
          committedMinor: sums[currency].committed,
          spentMinor: sums[currency].spent,
        })),
      accuracy: { completed, inside },
    }),
  }
}

const noResult = { linkClicks: null, p10: null, p90: null }
const isUnpaid: Readonly<Partial<Record<OrderState, boolean>>> = Object.fromEntries(
  unpaidStates.map(state => [state, true]),
)
