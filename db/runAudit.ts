import { auditOrder } from '../core/audit/auditOrder.ts'
import { type AuditReport, createTally } from '../core/audit/auditReport.ts'
import { type Finding, findingOf, nowhere, words } from '../core/audit/finding.ts'
import { type AuditShare, joinShares, mostFindings } from '../core/audit/joinShares.ts'
import type { AuditOccasion, OrderRecord } from '../core/audit/orderRecord.ts'
import { outcomeOf } from '../core/audit/rules/forecastRule.ts'
import { say } from '../core/words/say.ts'
import { auditImported } from './auditImported.ts'
import {
  auditedAfter,
  type AuditScope,
  countAudited,
  countOrders,
  createRecordReader,
  orderAt,
} from './auditRecords.ts'
import { readTolerances } from './auditSettings.ts'
import { auditHistories, auditReferences } from './auditWorkspace.ts'
import { checkLog } from './checkLog.ts'
import type { Reader } from './connection.ts'
import { readingFailure } from './readingFailure.ts'
import { readWorkspaceMeta } from './workspaceMeta.ts'

/** So many orders are in memory at once: few enough to be forgotten while they are young. */
const pageOrders = 64
/** Ids that are asked for at once. */
const pageIds = 1024
/** Fewer are audited sooner than another thread has started. */
const leastOrders = 2_000
/** Between two tellings of how far it is. */
const toldOrders = 500
/** Of the work, as the progress tells it. */
const logShare = 0.1

export type AuditAsked = AuditScope & {
  /** Epoch milliseconds. */
  readonly now: number
}

/** The orders whose ids come after one and up to another, and what else of the workspace. */
export type ShareAsked = {
  /** '' begins with the first. */
  readonly after: string
  /** Null goes on to the last. */
  readonly upTo: string | null
  readonly withRecords: boolean
  readonly withLog: boolean
}
const wholeShare: ShareAsked = { after: '', upTo: null, withRecords: true, withLog: true }

/**
 * Shares that can be audited at the same time: `most` of them, or one where there are few orders. Of a file that cannot even
 * be counted the whole is one: auditing it tells how far it can be read.
 */
export function sharesOf(
  reader: Reader,
  { orderId }: Pick<AuditScope, 'orderId'>,
  most: number,
): readonly ShareAsked[] {
  try {
    const ends = orderId === null ? endsOf(reader, most) : []
    return [...ends, null].map((upTo, i) => ({
      after: ends[i - 1] ?? '',
      upTo,
      // The oldest orders, of which some came to nothing, are sooner judged; the log takes a while.
      withLog: i === 0,
      withRecords: i === ends.length,
    }))
  } catch {
    return [wholeShare]
  }
}

/** The last order of each share but the last. */
function endsOf(reader: Reader, most: number): readonly string[] {
  const orders = countOrders(reader)
  const shares = Math.min(most, Math.floor(orders / leastOrders))
  return Array.from({ length: Math.max(0, shares - 1) }, (_, i) =>
    orderAt(reader, Math.floor(((i + 1) * orders) / shares)),
  ).filter(id => id !== null)
}

type Tally = ReturnType<typeof createTally>

/** Judges orders by every rule, and what concerns all of them once. */
export function runAudit(
  reader: Reader,
  asked: AuditAsked,
  onProgress: (fraction: number) => void,
): AuditReport {
  return joinShares([auditShare(reader, asked, { share: wholeShare, onProgress })])
}

type Sharing = { readonly share: ShareAsked; readonly onProgress: (fraction: number) => void }

/**
 * Judges some of the orders, a page of them at a time, and as much of the workspace as is asked. What cannot be read is told
 * (A41), and the rest is audited all the same.
 */
export function auditShare(reader: Reader, asked: AuditAsked, { share, onProgress }: Sharing): AuditShare {
  const ofOrders = createTally(mostFindings)
  const ofAll = createTally(mostFindings)
  const unread = new Set<string>()
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      unread.add(readingFailure(reader.file, error).message)
      return undefined
    }
  }
  const scope = { ...asked, ...share }
  const coverage = { real: { orders: 0, inside: 0 }, simulated: { orders: 0, inside: 0 } }
  let orders = 0
  const occasion = attempt(() => occasionOf(reader, asked))
  if (occasion !== undefined) {
    const total = attempt(() => countAudited(reader, scope)) ?? 0
    for (const record of recordsOf(reader, scope, message => unread.add(message))) {
      orders++
      auditOrder(record, occasion, ofOrders.tell)
      countOutcome(coverage, record)
      if (orders % toldOrders === 0) onProgress(Math.min(1, orders / total) * (1 - logShare))
    }
  }
  if (share.withRecords) {
    attempt(() => auditImported(reader, asked, ofAll.tell))
    if (asked.orderId === null) {
      attempt(() => auditReferences(reader, ofAll.tell))
      attempt(() => auditHistories(reader, ofAll.tell))
    }
  }
  onProgress(1 - logShare)
  if (share.withLog)
    tellLog(
      ofAll,
      attempt(() => checkLog(reader).problems),
    )
  onProgress(1)
  const judged = ({ tallies, findings }: Tally) => ({ tallies: tallies(), findings: findings() })
  return { orders, coverage, ofOrders: judged(ofOrders), ofAll: judged(ofAll), unread: [...unread] }
}

/** What the rules for single orders find about these. An order that was never paid has nothing to audit. */
export function auditOrders(
  reader: Reader,
  { ids, now }: { readonly ids: readonly string[]; readonly now: number },
  onProgress: (share: number) => void,
): readonly Finding[] {
  const tally = createTally(mostFindings)
  const occasion = occasionOf(reader, { now })
  const read = createRecordReader(reader)
  for (let from = 0; from < ids.length; from += pageOrders) {
    for (const record of read(ids.slice(from, from + pageOrders)))
      if (record.payment !== null) auditOrder(record, occasion, tally.tell)
    onProgress(Math.min(1, (from + pageOrders) / ids.length))
  }
  return tally.findings()
}

function occasionOf(reader: Reader, { now }: Pick<AuditAsked, 'now'>): AuditOccasion {
  const { demo } = readWorkspaceMeta(reader)
  return { now, tolerances: readTolerances(reader), isDemo: demo }
}

function tellLog({ tell }: Tally, problems: readonly string[] | undefined): void {
  if (problems === undefined) tell('A40', 'unknown', [])
  else if (problems.length === 0) tell('A40', 'pass', [])
  else
    tell(
      'A40',
      'found',
      problems.map(message =>
        findingOf('A40', nowhere, {
          case: 'logBroken',
          severity: 'error',
          values: { message: words(message) },
        }),
      ),
    )
}

type Counted = { orders: number; inside: number }

function countOutcome(
  into: { readonly real: Counted; readonly simulated: Counted },
  record: OrderRecord,
): void {
  const outcome = outcomeOf(record)
  if (outcome === null) return
  const counted = outcome.isSimulated ? into.simulated : into.real
  counted.orders++
  if (outcome.isInside) counted.inside++
}

/** Every order of the scope that can be read. A page that cannot is read order by order, to lose no more than what is damaged. */
function* recordsOf(
  reader: Reader,
  scope: AuditScope & Pick<ShareAsked, 'after' | 'upTo'>,
  tell: (message: string) => void,
): Generator<OrderRecord> {
  const read = createRecordReader(reader)
  let { after } = scope
  for (;;) {
    let ids: readonly string[]
    try {
      ids = auditedAfter(reader, scope, { after, limit: pageIds })
    } catch (error) {
      const failure = readingFailure(reader.file, error).message
      tell(
        after === ''
          ? say('{{failure}} Reading ended before the first order.', { failure })
          : say('{{failure}} Reading ended after order {{id}}.', { failure, id: after }),
      )
      return
    }
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    for (let from = 0; from < ids.length; from += pageOrders)
      yield* pageOf(read, ids.slice(from, from + pageOrders), (id, error) => {
        tell(say('order {{id}}: {{failure}}', { id, failure: readingFailure(reader.file, error).message }))
      })
  }
}

function pageOf(
  read: ReturnType<typeof createRecordReader>,
  ids: readonly string[],
  tell: (id: string, error: unknown) => void,
): readonly OrderRecord[] {
  try {
    return read(ids)
  } catch {
    return ids.flatMap(id => {
      try {
        return read([id])
      } catch (error) {
        tell(id, error)
        return []
      }
    })
  }
}
