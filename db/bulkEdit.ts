import { eq, inArray } from 'drizzle-orm'
import * as v from 'valibot'

import type { Result } from '../core/contract/failure.ts'
import { audience, localDateTime, minor, count } from '../core/contract/fields.ts'
import type { BulkChange, BulkDone, BulkPreview } from '../core/contract/orderList.ts'
import { type BulkFields, bulkFieldsOf, changedFields, isSameFields } from '../core/order/bulkChange.ts'
import { isLocalDateTime } from '../core/order/calendar.ts'
import { pacings, payers } from '../core/order/promoteOrder.ts'
import { say } from '../core/words/say.ts'
import { appendLog } from './appendLog.ts'
import { backToDraft, takeBack } from './backToDraft.ts'
import type { Reader, Writer } from './connection.ts'
import { logOf } from './logOf.ts'
import { findOrderRows } from './orders.ts'
import { type Refusal, badInput, notFound } from './refusal.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { touchOrder } from './touchOrder.ts'
import { transact } from './transact.ts'

/** One transaction, in which nothing else is written: more would make others wait. */
export const mostAtOnce = 10_000
const sampleSize = 50
const idsAtOnce = 1_000

type Stored = typeof promoteOrder.$inferSelect
type Planned = { readonly order: Stored; readonly after: BulkFields }
type Plan = { readonly planned: readonly Planned[]; readonly refused: ReadonlyMap<string, Stored[]> }

/** What a change would do to the orders; writes nothing. */
export function previewBulk(reader: Reader, ids: readonly string[], change: BulkChange): Result<BulkPreview> {
  const plan = planOf(reader, ids, change)
  if (!plan.ok) return plan
  const { planned, refused } = plan.value
  const changing = planned.filter(({ order, after }) => !isSameFields(bulkFieldsOf(order), after))
  const names = new Map(
    findOrderRows(
      reader,
      [
        ...changing.slice(0, sampleSize).map(({ order }) => order),
        ...[...refused.values()].flatMap(some => some.slice(0, 3)),
      ].map(({ id }) => id),
    ).map(row => [row.id, row]),
  )
  return {
    ok: true,
    value: {
      changed: changing.length,
      unchanged: planned.length - changing.length,
      sample: changing.slice(0, sampleSize).flatMap(({ order, after }) => {
        const row = names.get(order.id)
        if (row === undefined) return []
        const { id, videoTitle, creatorHandle, currency } = row
        return { id, videoTitle, creatorHandle, currency, before: bulkFieldsOf(order), after }
      }),
      refused: [...refused].map(([why, some]) => ({
        why,
        count: some.length,
        examples: some.slice(0, 3).map(({ id }) => names.get(id)?.videoTitle ?? id),
      })),
    },
  }
}

/**
 * Changes the orders that may be changed, in one transaction with a line in the log for each and one for all, which undoes it. The
 * same command again changes nothing (L2).
 */
export function editBulk(
  writer: Writer,
  command: { readonly commandId: string; readonly ids: readonly string[]; readonly change: BulkChange },
): Result<BulkDone> {
  const { commandId, ids, change } = command
  return transact(writer, () => {
    const earlier = findBulk(writer, commandId)
    if (earlier !== undefined)
      return done({ commandId, changed: earlier.changes.length, refused: earlier.refused })
    const plan = planOf(writer, ids, change)
    if (!plan.ok) return plan
    const changing = plan.value.planned.filter(
      ({ order, after }) => !isSameFields(bulkFieldsOf(order), after),
    )
    for (const { order, after } of changing)
      changeOrder(writer, order, { after, commandId, what: 'bulkEdit' })
    const refused = [...plan.value.refused.values()].reduce((sum, some) => sum + some.length, 0)
    const changes = changing.map(({ order, after }) => ({ id: order.id, before: bulkFieldsOf(order), after }))
    appendLog(writer, {
      what: 'bulkEdit',
      subject: { kind: 'bulk', id: commandId },
      payload: { change, changes, refused },
    })
    return done({ commandId, changed: changes.length, refused })
  })
}

/** Puts back what a command changed, but for orders that were changed or paid since; twice is as good as once. */
export function undoBulk(writer: Writer, commandId: string): Result<BulkDone> {
  return transact(writer, () => {
    const bulk = findBulk(writer, commandId)
    if (bulk === undefined) return notFound(say('change of many orders'), commandId)
    if (bulk.isUndone) return done({ commandId, changed: 0, refused: 0 })
    const orders = new Map(
      readOrders(
        writer,
        bulk.changes.map(({ id }) => id),
      ).map(order => [order.id, order]),
    )
    let changed = 0
    for (const { id, before, after } of bulk.changes) {
      const order = orders.get(id)
      if (order === undefined || whyFixed(order) !== undefined) continue
      if (!isSameFields(bulkFieldsOf(order), after)) continue
      changeOrder(writer, order, { after: before, commandId, what: 'undoBulk' })
      changed++
    }
    const refused = bulk.changes.length - changed
    appendLog(writer, {
      what: 'undoBulk',
      subject: { kind: 'bulk', id: commandId },
      payload: { changed, refused },
    })
    return done({ commandId, changed, refused })
  })
}

function done(value: BulkDone): Result<BulkDone> {
  return { ok: true, value }
}

function planOf(reader: Reader, ids: readonly string[], change: BulkChange): Result<Plan> {
  const wrong = refuseChange(ids, change)
  if (wrong) return wrong
  const orders = readOrders(reader, ids)
  if (orders.length < new Set(ids).size) {
    const known = new Set(orders.map(({ id }) => id))
    return notFound(say('promote order'), ids.find(id => !known.has(id)) ?? '')
  }
  const refused = new Map<string, Stored[]>()
  const planned: Planned[] = []
  for (const order of orders) {
    const why = whyFixed(order)
    if (why === undefined) {
      if (!Number.isSafeInteger(Math.round(order.budgetMinor * (change.budgetFactor ?? 1))))
        return badInput(
          'change.budgetFactor',
          say('budgets below 2^53 minor units'),
          String(change.budgetFactor),
        )
      const after = changedFields(bulkFieldsOf(order), change, order.currency)
      if (!isLocalDateTime(after.startsAt))
        return badInput('change.shiftDays', say('starts from year 0 to 9999'), String(change.shiftDays))
      planned.push({ order, after })
    } else refused.set(why, [...(refused.get(why) ?? []), order])
  }
  const currencies = new Set(planned.map(({ order }) => order.currency))
  if (change.budgetMinor !== undefined && currencies.size > 1)
    return badInput(
      'change.budgetMinor',
      say('orders of one currency for one amount'),
      say('orders of GBP and IDR'),
    )
  return { ok: true, value: { planned, refused } }
}

function refuseChange(ids: readonly string[], change: BulkChange): Refusal | undefined {
  if (ids.length > mostAtOnce)
    return badInput(
      'selection',
      say('at most {{count}} orders at once', { count: mostAtOnce }),
      say('{{count}} orders', { count: ids.length }),
    )
  if (Object.values(change).every(value => value === undefined))
    return badInput('change', say('at least one field to change'), say('none'))
  if (change.startsAt !== undefined && !isLocalDateTime(change.startsAt))
    return badInput(
      'change.startsAt',
      say('a local date and time that exists, YYYY-MM-DDTHH:mm'),
      change.startsAt,
    )
  return undefined
}

/** What money or review has fixed says so; undefined where the order may be changed. */
function whyFixed({ state, archivedAt }: Stored): string | undefined {
  if (archivedAt !== null) return 'archived'
  return backToDraft[state] === undefined ? state : undefined
}

function changeOrder(
  writer: Writer,
  order: Stored,
  {
    after,
    commandId,
    what,
  }: { readonly after: BulkFields; readonly commandId: string; readonly what: string },
): void {
  takeBack(writer, order)
  writer.write.update(promoteOrder).set(after).where(eq(promoteOrder.id, order.id)).run()
  touchOrder(writer, order.id)
  appendLog(writer, { what, subject: { kind: 'order', id: order.id }, payload: { commandId, fields: after } })
}

/** In the order of the names. */
function readOrders(reader: Reader, ids: readonly string[]): Stored[] {
  const found = new Map<string, Stored>()
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = ids.slice(from, from + idsAtOnce)
    const rows = reader.read.select().from(promoteOrder).where(inArray(promoteOrder.id, some)).all()
    for (const row of rows) found.set(row.id, row)
  }
  return [...new Set(ids)].flatMap(id => found.get(id) ?? [])
}

const fields = v.object({
  budgetMinor: minor,
  durationDays: count,
  startsAt: localDateTime,
  targetLinkClicks: count,
  pacing: v.picklist(pacings),
  payer: v.picklist(payers),
  audience,
})
const bulkEntry = v.object({
  changes: v.array(v.object({ id: v.string(), before: fields, after: fields })),
  refused: v.number(),
})

function findBulk(reader: Reader, commandId: string) {
  const [first, ...later] = logOf(reader, { kind: 'bulk', id: commandId })
  if (first === undefined) return undefined
  return { ...v.parse(bulkEntry, first.payload), isUndone: later.some(({ what }) => what === 'undoBulk') }
}
