import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { everyOrder, type OrderView } from '../../core/contract/orderList.ts'
import { orderGroups, sortKeys } from '../../core/order/orderGroups.ts'
import { orderStates } from '../../core/order/orderState.ts'
import { type OrderEntry, orderViews } from '../../db/orderViews.ts'

const base: OrderEntry = {
  id: 'o1',
  market: 'GB',
  currency: 'GBP',
  state: 'completed',
  videoId: 'v1',
  productId: 'p1',
  budgetMinor: 7000,
  startsAt: Date.parse('2026-12-01T09:00Z') / 1000,
  createdAt: 0,
  updatedAt: 0,
  archivedAt: null,
  spentMinor: 6900,
  linkClicks: 110,
  conversions: 3,
  targetReached: 0.4,
  p10: 60,
  p90: 150,
}
const names = {
  videos: new Map([
    ['v1', { name: 'Three looks, one tint', creatorId: 'c1' }],
    ['v2', { name: 'Desk lamp', creatorId: 'c2' }],
  ]),
  creators: new Map([
    ['c1', '@ayu.makes'],
    ['c2', '@lamp.man'],
  ]),
  products: new Map([['p1', 'Rose lip tint']]),
}
const viewsOf = (...changes: Partial<OrderEntry>[]) =>
  orderViews(new Map(changes.map((change, place) => [place, { ...base, id: `o${place}`, ...change }])), names)
/** A view as it is told, with all of its orders. */
function lookAt(views: ReturnType<typeof orderViews>, wanted: OrderView) {
  const { ids, ...told } = views.look(wanted)
  return { ...told, ids: [...ids(0, told.total)] }
}

const view = (change: Partial<OrderView> = {}): OrderView => ({ ...everyOrder, ...change })

describe('groups of the orders', () => {
  test('U33: every order is under way, finished or unpaid, and in one of them only', () => {
    const { groups, states } = lookAt(viewsOf(...orderStates.map(state => ({ state }))), view())
    expect(groups.running + groups.finished + groups.unpaid).toBe(orderStates.length)
    expect(Object.values(states)).toEqual(orderStates.map(() => 1))
  })

  test('U33: what stands still until a person acts needs a decision', () => {
    const all = viewsOf(...orderStates.map(state => ({ state })))
    const { ids } = lookAt(all, view({ group: 'decide', sort: { key: 'state', isDescending: false } }))
    expect(ids.map(id => orderStates[Number(id.slice(1))])).toEqual([
      'awaiting_payment',
      'rejected',
      'payment_failed',
    ])
  })

  test('U53: an order is outside its forecast when it completed beyond the 80% interval, not before', () => {
    const clicks = [59, 60, 150, 151, null] as const
    const all = viewsOf(
      ...clicks.map(linkClicks => ({ linkClicks })),
      { linkClicks: 20, state: 'active' },
      {
        linkClicks: 20,
        p10: null,
        p90: null,
      },
    )
    expect(lookAt(all, view({ group: 'outside' })).ids.toSorted()).toEqual(['o0', 'o3'])
    expect(lookAt(all, view()).accuracy).toEqual({ completed: 4, inside: 2 })
  })

  test('U33: the search finds words of video, creator and product, whatever the case', () => {
    const all = viewsOf({})
    const found = (search: string) => lookAt(all, view({ search })).ids.length
    expect(['TINT', 'ayu', 'rose lip', ' looks ', 'rose ayu'].map(found)).toEqual([1, 1, 1, 1, 1])
    expect(['lamp', 'rose lamp'].map(found)).toEqual([0, 0])
  })

  test('U33: market, creator, days, states and the archive narrow a view', () => {
    const all = viewsOf(
      {},
      { market: 'ID', currency: 'IDR' },
      { videoId: 'v2' },
      { startsAt: Date.parse('2027-01-01T00:00Z') / 1000 },
      { state: 'draft' },
      { archivedAt: 1 },
    )
    const ids = (change: Partial<OrderView>) => lookAt(all, view(change)).ids.toSorted()
    expect(ids({ market: 'ID' })).toEqual(['o1'])
    expect(ids({ creatorId: 'c2' })).toEqual(['o2'])
    expect(ids({ startsFrom: '2026-12-02' })).toEqual(['o3'])
    expect(ids({ startsTo: '2026-11-30' })).toEqual([])
    expect(ids({ states: ['draft'] })).toEqual(['o4'])
    expect(ids({ archived: true })).toEqual(['o5'])
  })
})

describe('order of the orders', () => {
  test('L5: totals are kept per currency, and unpaid orders are not committed', () => {
    const all = viewsOf(
      {},
      { state: 'draft', spentMinor: null },
      { currency: 'IDR', market: 'ID', budgetMinor: 700_000, spentMinor: null, state: 'scheduled' },
    )
    expect(lookAt(all, view()).sums).toEqual([
      { currency: 'GBP', committedMinor: 7000, spentMinor: 6900 },
      { currency: 'IDR', committedMinor: 700_000, spentMinor: 0 },
    ])
  })

  test('L5: sorted by budget, amounts of one currency never stand among those of the other', () => {
    const all = viewsOf(
      { budgetMinor: 900_000 },
      { currency: 'IDR', budgetMinor: 5000 },
      { budgetMinor: 100 },
    )
    const { ids } = lookAt(all, view({ sort: { key: 'budget', isDescending: false } }))
    expect(ids).toEqual(['o2', 'o0', 'o1'])
  })

  const some = fc.array(
    fc.record({
      state: fc.constantFrom(...orderStates),
      budgetMinor: fc.nat(1000),
      spentMinor: fc.option(fc.nat(1000)),
      linkClicks: fc.option(fc.nat(5)),
      updatedAt: fc.nat(3),
      videoId: fc.constantFrom('v1', 'v2'),
      archivedAt: fc.constantFrom(null, 1),
    }),
    { maxLength: 40 },
  )

  test('U33: what has no value stands last either way', () => {
    fc.assert(
      fc.property(some, fc.boolean(), (changes, isDescending) => {
        const { ids } = lookAt(viewsOf(...changes), view({ sort: { key: 'clicks', isDescending } }))
        const values = ids.map(id => changes[Number(id.slice(1))]?.linkClicks ?? null)
        const known = values.filter(value => value !== null)
        expect(values.slice(0, known.length)).toEqual(known)
        expect(known).toEqual(known.toSorted((a, b) => (isDescending ? b - a : a - b)))
      }),
    )
  })

  test('U33: whatever the sorting, a view has the same orders, unknown ones last; changed entries move', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(...sortKeys),
        fc.boolean(),
        fc.constantFrom(...orderGroups),
        (changes, key, isDescending, group) => {
          const all = viewsOf(...changes)
          const wanted = view({ group, sort: { key, isDescending } })
          const { ids } = lookAt(all, wanted)
          expect(ids.toSorted()).toEqual(lookAt(all, view({ group })).ids.toSorted())
          const [first] = ids
          if (first === undefined) return
          const place = Number(first.slice(1))
          const archivedAt = changes[place]?.archivedAt === null ? 1 : null
          all.replace(new Map([[place, { ...base, ...changes[place], id: first, archivedAt }]]))
          expect(lookAt(all, wanted).ids).toEqual(ids.slice(1))
        },
      ),
    )
  })
})
