import { auditOrder } from '../core/audit/auditOrder.ts'
import { type AuditReport, createTally } from '../core/audit/auditReport.ts'
import { count, type Finding, findingOf, words } from '../core/audit/finding.ts'
import type { AuditOccasion, OrderRecord } from '../core/audit/orderRecord.ts'
import { coverageFinding } from '../core/audit/rules/coverageRule.ts'
import { outcomeOf } from '../core/audit/rules/forecastRule.ts'
import { auditImported } from './auditImported.ts'
import { auditedAfter, type AuditScope, countAudited, createRecordReader } from './auditRecords.ts'
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
/** Between two tellings of how far it is. */
const toldOrders = 500
/** Beyond these findings are counted, not told: nobody reads more. */
const mostFindings = 20_000
/** One for each damaged order at most: a damaged file may have very many. */
const mostUnread = 20
/** Of the work, as the progress tells it. */
const logShare = 0.1

export type AuditAsked = AuditScope & {
  /** Epoch milliseconds. */
  readonly now: number
}

type Tally = ReturnType<typeof createTally>
const nowhere = { orderId: null, subject: '' }

/**
 * Judges orders by every rule, a page of them at a time, and what concerns all of them once. What cannot be read is a finding
 * (A41), and the rest is audited all the same.
 */
export function runAudit(
  reader: Reader,
  asked: AuditAsked,
  onProgress: (fraction: number) => void,
): AuditReport {
  const tally = createTally(mostFindings)
  const unread = new Set<string>()
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      unread.add(readingFailure(reader.file, error).message)
      return undefined
    }
  }
  const coverage = { real: { orders: 0, inside: 0 }, simulated: { orders: 0, inside: 0 } }
  let orders = 0
  const occasion = attempt(() => occasionOf(reader, asked))
  if (occasion !== undefined) {
    const total = attempt(() => countAudited(reader, asked)) ?? 0
    for (const record of recordsOf(reader, asked, message => unread.add(message))) {
      orders++
      auditOrder(record, occasion, tally.tell)
      countOutcome(coverage, record)
      if (orders % toldOrders === 0) onProgress(Math.min(1, orders / total) * (1 - logShare))
    }
  }
  const covered = coverageFinding(coverage.real)
  if (covered !== undefined) tally.tell('A20', 'found', [findingOf('A20', nowhere, covered)])
  attempt(() => auditImported(reader, asked, tally.tell))
  if (asked.orderId === null) {
    attempt(() => auditReferences(reader, tally.tell))
    attempt(() => auditHistories(reader, tally.tell))
  }
  onProgress(1 - logShare)
  tellLog(
    tally,
    attempt(() => checkLog(reader).problems),
  )
  tellUnread(tally, unread, orders)
  onProgress(1)
  const told = unread.size === 0 ? null : [...unread].join(' ')
  return { orders, tallies: tally.tallies(), findings: tally.findings(), coverage, unread: told }
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

function tellUnread({ tell }: Tally, unread: ReadonlySet<string>, orders: number): void {
  if (unread.size === 0) tell('A41', 'pass', [])
  for (const message of [...unread].slice(0, mostUnread)) {
    const values = { message: words(message), orders: count(orders) }
    tell('A41', 'found', [
      findingOf('A41', nowhere, { case: 'unreadable', severity: 'error', part: message, values }),
    ])
  }
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
  scope: AuditScope,
  tell: (message: string) => void,
): Generator<OrderRecord> {
  const read = createRecordReader(reader)
  let after = ''
  for (;;) {
    let ids: readonly string[]
    try {
      ids = auditedAfter(reader, scope, { after, limit: pageIds })
    } catch (error) {
      const where = after === '' ? 'before the first order' : `after order ${after}`
      tell(`${readingFailure(reader.file, error).message} Reading ended ${where}.`)
      return
    }
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    for (let from = 0; from < ids.length; from += pageOrders)
      yield* pageOf(read, ids.slice(from, from + pageOrders), (id, error) => {
        tell(`order ${id}: ${readingFailure(reader.file, error).message}`)
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
