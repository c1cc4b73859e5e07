import * as v from 'valibot'

import { accountTypes, restrictions, sounds, visibilities } from '../order/promoteOrder.ts'

export const datedKinds = ['creator', 'video', 'product', 'market'] as const
export type DatedKind = (typeof datedKinds)[number]

/** The day from which on holds what was so before the first known change. */
export const beginning = '0001-01-01'

const known = v.boolean()
const orNotKnown = v.nullable(v.boolean())
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * The facts that change over time and that rules look at (A16), by the kind of record, each with what it may be. A record's own
 * field of the same name holds until the first change is known.
 */
export const datedFacts = {
  creator: {
    accountType: v.picklist(accountTypes),
    anchorAccess: known,
    promoteAvailable: orNotKnown,
    termsAccepted: orNotKnown,
    political: orNotKnown,
    barred: orNotKnown,
  },
  video: {
    visibility: v.picklist(visibilities),
    sound: v.picklist(sounds),
    anchorAuthorised: orNotKnown,
    sellerAuthorised: orNotKnown,
    adLabel: orNotKnown,
  },
  product: {
    commissionRate: v.nullable(share),
    restriction: v.nullable(v.picklist(restrictions)),
    sellerApproved: orNotKnown,
    lessHealthy: orNotKnown,
    ageRestricted: orNotKnown,
    alcohol: orNotKnown,
  },
  /** Share of a market's accounts that have Promote for product links: it is opened to them one after another (F6). */
  market: { openShare: v.nullable(share) },
} as const satisfies Record<DatedKind, Record<string, v.GenericSchema>>

export type FactValue = boolean | string | number | null

/** What held of a fact from a day on (ISO), until the next one. */
export type DatedValue = { readonly fact: string; readonly from: string; readonly value: FactValue }

/** Whether a record of the kind has such a fact with such a value. */
export function isFactValue(kind: DatedKind, fact: string, value: unknown): boolean {
  const facts: Readonly<Record<string, v.GenericSchema>> = datedFacts[kind]
  const schema = Object.hasOwn(facts, fact) ? facts[fact] : undefined
  return schema !== undefined && v.is(schema, value)
}

/** What held on a day, by fact; a fact without a change until then is left out. */
export function factsOn(history: readonly DatedValue[], date: string): Readonly<Record<string, FactValue>> {
  const latest = new Map<string, DatedValue>()
  for (const entry of history) {
    const known = latest.get(entry.fact)
    if (entry.from <= date && (known === undefined || known.from < entry.from)) latest.set(entry.fact, entry)
  }
  return Object.fromEntries([...latest].map(([fact, { value }]) => [fact, value]))
}
