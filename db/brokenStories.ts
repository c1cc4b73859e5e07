import { asc } from 'drizzle-orm'

import { type OrderState, mayMove } from '../core/order/orderState.ts'
import { say } from '../core/words/say.ts'
import type { Reader } from './connection.ts'
import { orderEvent } from './schema/orderEvent.ts'

/** Orders whose events do not lead, by steps of the table of S1 to S12, from a draft to the state they are in. */
export function brokenStories(
  reader: Reader,
  orders: readonly { readonly id: string; readonly state: OrderState }[],
): readonly string[] {
  const states = new Map<string, OrderState>()
  const problems: string[] = []
  for (const event of reader.read.select().from(orderEvent).orderBy(asc(orderEvent.sequence)).all()) {
    const { orderId, fromState, toState } = event
    const before = states.get(orderId) ?? null
    const isStep = before === null ? toState === 'draft' : mayMove(before, toState)
    if (fromState !== before || !isStep)
      problems.push(
        say('order {{id}} goes from {{from}} to {{to}} after {{before}}', {
          id: orderId,
          from: fromState ?? say('nothing'),
          to: toState,
          before: before ?? say('nothing'),
        }),
      )
    states.set(orderId, toState)
  }
  for (const { id, state } of orders)
    if (states.get(id) !== state)
      problems.push(
        say('order {{id}} is {{state}}, but its events end in {{last}}', {
          id,
          state,
          last: states.get(id) ?? say('nothing'),
        }),
      )
  return problems
}
