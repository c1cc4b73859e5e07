import { asc, count, eq, getTableColumns, inArray } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import { balancesOf } from '../core/ledger/balances.ts'
import { ledgerProblems } from '../core/ledger/ledgerProblems.ts'
import type { Posted } from '../core/ledger/post.ts'
import type { Transfer, TransferHead } from '../core/ledger/transfer.ts'
import { say } from '../core/words/say.ts'
import type { Reader, Writer } from './connection.ts'
import { inLists } from './inLists.ts'
import { ledgerBalance } from './schema/ledgerBalance.ts'
import { ledgerTransfer } from './schema/ledgerTransfer.ts'

/** The transfers of an order, in the order in which they were posted. */
export function listTransfers(reader: Reader, orderId: string): Transfer[] {
  return transfers(reader)
    .where(eq(ledgerTransfer.orderId, orderId))
    .orderBy(asc(ledgerTransfer.sequence))
    .all()
}

/** How many transfers the named orders have. */
export function countTransfers(reader: Reader, orderIds: readonly string[]): number {
  return inLists(orderIds, list =>
    reader.read
      .select({ transfers: count() })
      .from(ledgerTransfer)
      .where(inArray(ledgerTransfer.orderId, list))
      .all(),
  ).reduce((sum, { transfers: some }) => sum + some, 0)
}

/** Posts a command of core/ledger upon the order's transfers and stores what it made. */
export function postTransfer(
  writer: Writer,
  command: Pick<TransferHead, 'commandId' | 'orderId' | 'why' | 'evidence'>,
  posting: (history: readonly Transfer[], head: TransferHead) => Result<Posted>,
): Result<Transfer> {
  const head = { ...command, id: writer.makeId(), at: writer.now(), who: writer.who }
  const posted = posting(listTransfers(writer, command.orderId), head)
  if (!posted.ok) return posted
  const { transfer, isReplay } = posted.value
  if (!isReplay)
    writer.write
      .insert(ledgerTransfer)
      .values({ ...transfer, lines: [...transfer.lines] })
      .run()
  return { ok: true, value: transfer }
}

/** What is wrong with the ledger as a whole, and its sums. */
export function checkLedger(reader: Reader): {
  readonly problems: readonly string[]
  readonly sound: string
} {
  const all = transfers(reader).orderBy(asc(ledgerTransfer.sequence)).all()
  const problems = ledgerProblems(all).map(({ rule, orderId, message }) =>
    say('order {{id}}, {{rule}}: {{message}}', { id: orderId, rule, message }),
  )
  const stored = new Map<string, number>()
  for (const { currency, account, minor } of reader.read.select().from(ledgerBalance).all())
    stored.set(`${currency} ${account}`, (stored.get(`${currency} ${account}`) ?? 0) + minor)
  for (const currency of ['GBP', 'IDR'] as const) {
    const derived = balancesOf(
      currency,
      all.filter(transfer => transfer.currency === currency),
    )
    for (const [account, minor] of Object.entries(derived)) {
      const kept = stored.get(`${currency} ${account}`) ?? 0
      if (kept !== minor)
        problems.push(
          say('{{balance}}: the transfers make {{minor}}, the balance says {{kept}}', {
            balance: `${currency} ${account}`,
            minor,
            kept,
          }),
        )
    }
  }
  return {
    problems,
    sound: say('{{count}} transfers balance, and the balances are their sums', { count: all.length }),
  }
}

function transfers(reader: Reader) {
  const { sequence: _sequence, ...columns } = getTableColumns(ledgerTransfer)
  return reader.read.select(columns).from(ledgerTransfer).$dynamic()
}
