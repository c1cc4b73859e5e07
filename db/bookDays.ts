import type { Result } from '../core/contract/failure.ts'
import { bookDeliveries } from '../core/ledger/bookDeliveries.ts'
import type { Transfer, TransferLine } from '../core/ledger/transfer.ts'
import type { Currency } from '../core/money/money.ts'
import { say } from '../core/words/say.ts'
import type { Writer } from './connection.ts'

type Booking = {
  readonly orderId: string
  readonly currency: Currency
  readonly days: readonly { readonly date: string; readonly spendMinor: number }[]
}
type Stored = Omit<Transfer, 'lines'> & { readonly lines: string }

const columns = {
  id: 'id',
  commandId: 'command_id',
  orderId: 'order_id',
  currency: 'currency',
  kind: 'kind',
  at: 'at',
  who: 'who',
  why: 'why',
  evidence: 'evidence',
  endsId: 'ends_id',
  correctsId: 'corrects_id',
  day: 'day',
  lines: 'lines',
} as const satisfies Record<keyof Transfer, string>
const fields = Object.keys(columns)

/** Moves the spend of many days of one order after another in the ledger, as recordDeliveries does of one day. */
export function dayBooker(writer: Writer, why: string): (booking: Booking) => Result<null> {
  const read = writer.prepare<[string], Stored>(
    `SELECT ${Object.entries(columns)
      .map(([field, column]) => `${column} AS ${field}`)
      .join(', ')} FROM ledger_transfer WHERE order_id = ? ORDER BY sequence`,
  )
  const insert = writer.prepare(
    `INSERT INTO ledger_transfer (${Object.values(columns).join(', ')})
     VALUES (${fields.map(field => `@${field}`).join(', ')})`,
  )
  return ({ orderId, currency, days }) => {
    const booked = bookDeliveries(read.all(orderId).map(transferOf), {
      currency,
      days,
      headOf: (date, version) => ({
        commandId: `delivery:${orderId}:${date}:${version}`,
        orderId,
        why: say('{{why}}: delivery of {{date}}', { why, date }),
        evidence: null,
        id: writer.makeId(),
        at: writer.now(),
        who: writer.who,
      }),
    })
    if (!booked.ok) return booked
    for (const transfer of booked.value) insert.run({ ...transfer, lines: JSON.stringify(transfer.lines) })
    return { ok: true, value: null }
  }
}

function transferOf({ lines, ...transfer }: Stored): Transfer {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's checks and its only writers say so
  return { ...transfer, lines: JSON.parse(lines) as TransferLine[] }
}
