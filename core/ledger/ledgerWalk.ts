import { bookAfter, emptyBook, type OrderBook } from './orderBook.ts'
import type { LedgerEntry, TransferKind } from './transfer.ts'

/** What the transfers of one order have come to, as the rules need it. `advance` takes it one transfer further. */
export type LedgerWalk = {
  readonly byId: Map<string, LedgerEntry>
  /** Transfers that are neither corrections nor corrected. */
  readonly standing: Set<string>
  /** By the id of a pending transfer, the standing one that ended it. */
  readonly endedBy: Map<string, LedgerEntry>
  /** Net spend by day, in minor units. */
  readonly spentOn: Map<string, number>
  /** Payments that are held and not ended. */
  held: number
  /** Payments that were captured. */
  paid: number
  book: OrderBook
}

export function startWalk(): LedgerWalk {
  return {
    byId: new Map(),
    standing: new Set(),
    endedBy: new Map(),
    spentOn: new Map(),
    held: 0,
    paid: 0,
    book: emptyBook,
  }
}

/** Takes in one transfer, sound or not: what its links name and does not exist is left out. */
export function advance(walk: LedgerWalk, transfer: LedgerEntry): void {
  const meant = meantBy(walk, transfer)
  walk.byId.set(transfer.id, transfer)
  walk.book = bookAfter(walk.book, transfer, meant.kind)
  if (meant.day !== null) walk.spentOn.set(meant.day, spentAfter(walk, transfer, meant.day))
  if (transfer.kind !== 'correct') stand(walk, transfer)
  else if (walk.standing.delete(meant.id)) fall(walk, meant)
}

/** The transfer that a correction reverses, or the transfer itself. */
export function meantBy(walk: LedgerWalk, transfer: LedgerEntry): LedgerEntry {
  const original = transfer.correctsId === null ? undefined : walk.byId.get(transfer.correctsId)
  return original ?? transfer
}

function spentAfter(walk: LedgerWalk, transfer: LedgerEntry, day: string): number {
  const line = transfer.lines.find(({ account }) => account === 'promotion_spent')
  return (walk.spentOn.get(day) ?? 0) + (line?.minor ?? 0)
}

function stand(walk: LedgerWalk, transfer: LedgerEntry): void {
  walk.standing.add(transfer.id)
  countPayment(walk, transfer.kind, 1)
  const { endsId } = transfer
  if (endsId !== null && !walk.endedBy.has(endsId)) walk.endedBy.set(endsId, transfer)
}

function fall(walk: LedgerWalk, corrected: LedgerEntry): void {
  countPayment(walk, corrected.kind, -1)
  const { endsId } = corrected
  if (endsId !== null && walk.endedBy.get(endsId) === corrected) walk.endedBy.delete(endsId)
}

const paymentSteps: Readonly<
  Partial<Record<TransferKind, { readonly held: number; readonly paid: number }>>
> = {
  authorise: { held: 1, paid: 0 },
  capture: { held: -1, paid: 1 },
  void: { held: -1, paid: 0 },
  expire: { held: -1, paid: 0 },
  pay: { held: 0, paid: 1 },
}

function countPayment(walk: LedgerWalk, kind: TransferKind, sign: 1 | -1): void {
  const step = paymentSteps[kind]
  walk.held += sign * (step?.held ?? 0)
  walk.paid += sign * (step?.paid ?? 0)
}
