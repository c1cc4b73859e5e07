import { type AuditReport, createTally } from './auditReport.ts'
import { count, findingOf, nowhere, words } from './finding.ts'
import { coverageFinding } from './rules/coverageRule.ts'

type Judged = Pick<AuditReport, 'tallies' | 'findings'>

/** What one of several audits of the same records found: some of the orders, and some of what concerns all of them. */
export type AuditShare = Pick<AuditReport, 'orders' | 'coverage'> & {
  readonly ofOrders: Judged
  readonly ofAll: Judged
  /** What could not be read, in words. */
  readonly unread: readonly string[]
}

/** Beyond these findings are counted, not told: nobody reads more. */
export const mostFindings = 20_000
/** One for each damaged order at most: a damaged file may have very many. */
const mostUnread = 20

/** The audit that shares make together, the same however the orders were shared out. */
export function joinShares(shares: readonly AuditShare[]): AuditReport {
  const tally = createTally(mostFindings)
  const coverage = { real: { orders: 0, inside: 0 }, simulated: { orders: 0, inside: 0 } }
  for (const share of shares) {
    tally.add(share.ofOrders)
    for (const kind of ['real', 'simulated'] as const) {
      coverage[kind].orders += share.coverage[kind].orders
      coverage[kind].inside += share.coverage[kind].inside
    }
  }
  const covered = coverageFinding(coverage.real)
  if (covered !== undefined) tally.tell('A20', 'found', [findingOf('A20', nowhere, covered)])
  // As one share of all has them: the records first, which the last one has, and the log.
  for (const share of shares.toReversed()) tally.add(share.ofAll)
  const orders = shares.reduce((sum, share) => sum + share.orders, 0)
  const unread = [...new Set(shares.flatMap(share => share.unread))]
  tellUnread(tally, unread, orders)
  return {
    orders,
    tallies: tally.tallies(),
    findings: tally.findings(),
    coverage,
    unread: unread.length === 0 ? null : unread.join(' '),
  }
}

function tellUnread(
  { tell }: ReturnType<typeof createTally>,
  unread: readonly string[],
  orders: number,
): void {
  if (unread.length === 0) tell('A41', 'pass', [])
  for (const message of unread.slice(0, mostUnread)) {
    const values = { message: words(message), orders: count(orders) }
    tell('A41', 'found', [
      findingOf('A41', nowhere, { case: 'unreadable', severity: 'error', part: message, values }),
    ])
  }
}
