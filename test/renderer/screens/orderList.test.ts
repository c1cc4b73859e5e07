import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { OrderView } from '../../../core/contract/orderList.ts'
import { orderGroups, sortKeys } from '../../../core/order/orderGroups.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import {
  columnKeys,
  columnsOf,
  filterCount,
  firstView,
  paramsOfView,
  viewOfParams,
} from '../../../renderer/screens/orders/orderList.ts'

const someDate = fc.constantFrom(null, '2026-11-01', '2026-12-31')
const someView: fc.Arbitrary<OrderView> = fc.record({
  group: fc.constantFrom(...orderGroups),
  search: fc.constantFrom('', 'rose tint', 'a&b=c,d'),
  states: fc.subarray([...orderStates]),
  market: fc.constantFrom(null, 'GB' as const, 'ID' as const),
  creatorId: fc.constantFrom(null, 'c-1'),
  videoId: fc.constant(null),
  startsFrom: someDate,
  startsTo: someDate,
  archived: fc.boolean(),
  sort: fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }),
  columns: fc.option(fc.subarray([...columnKeys], { minLength: 1 })),
})

describe('a view and its address', () => {
  test('U33: every view comes back from its address as it was', () => {
    fc.assert(
      fc.property(someView, view => {
        const address = new URLSearchParams()
        for (const [name, value] of Object.entries(paramsOfView(view)))
          if (value !== undefined) address.set(name, value)
        expect(viewOfParams(Object.fromEntries(new URLSearchParams(address.toString())))).toEqual(view)
      }),
    )
  })

  test('U33: the usual view has an empty address, and what an address says wrongly is left out', () => {
    expect(Object.values(paramsOfView(firstView)).filter(value => value !== undefined)).toEqual([])
    const wrong = { view: 'nothing', states: 'draft,none', market: 'US', from: 'today', sort: 'size.up' }
    expect(viewOfParams(wrong)).toEqual({
      ...firstView,
      states: ['draft'],
      sort: { key: 'runs', isDescending: false },
    })
  })

  test('U33: the video is always a column, in its place', () => {
    expect(columnsOf({ columns: ['runs', 'creator', 'gone'] })).toEqual(['video', 'creator', 'runs'])
    expect(columnsOf({ columns: null })).toContain('strip')
  })

  test('U33: filters that are out of sight are counted', () => {
    expect(filterCount({ ...firstView, group: 'decide', search: 'rose', market: 'GB' })).toBe(0)
    expect(filterCount({ ...firstView, states: ['draft'], startsTo: '2026-12-01', archived: true })).toBe(3)
  })
})
