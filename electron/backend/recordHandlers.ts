import type { DatedKind } from '../../core/eligibility/datedFacts.ts'
import { archiveRecords } from '../../db/archive.ts'
import { listFacts, recordFact, removeFact } from '../../db/datedFacts.ts'
import { mergeRecords } from '../../db/mergeRecords.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { tellChanged } from './tellChanged.ts'

type RecordMethods = 'listFacts' | 'recordFact' | 'removeFact' | 'archiveRecords' | 'mergeRecords'

const shown = {
  creator: 'creators',
  product: 'products',
  video: 'videos',
  market: 'workspace',
  order: 'orders',
} as const

/** What all records have in common: facts that change over time, being put away, being merged. */
export function recordHandlers(context: Context): Pick<Handlers, RecordMethods> {
  const { reader } = context.db
  const tellFacts = (kind: DatedKind) => tellChanged(context, shown[kind])
  return {
    listFacts: subject => done(listFacts(reader, subject)),
    recordFact: ({ kind, id, ...change }) =>
      writing(context, writer => {
        const recorded = recordFact(writer, { kind, id }, change)
        if (recorded.ok) tellFacts(kind)
        return recorded
      }),
    removeFact: ({ kind, id, fact, from }) =>
      writing(context, writer => {
        const removed = removeFact(writer, { kind, id }, { fact, from })
        if (removed.ok) tellFacts(kind)
        return removed
      }),
    archiveRecords: request =>
      writing(context, writer => {
        const changed = archiveRecords(writer, request)
        if (!changed.ok) return changed
        tellChanged(context, shown[request.kind])
        return done({ changed: changed.value })
      }),
    mergeRecords: request =>
      writing(context, writer => {
        const merged = mergeRecords(writer, request)
        if (!merged.ok) return merged
        tellChanged(context, shown[request.kind])
        return done({})
      }),
  }
}
