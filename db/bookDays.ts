import type { Result } from '../core/contract/failure.ts'
import { bookDeliveries } from '../core/ledger/bookDeliveries.ts'
import type { LedgerEntry, Transfer, TransferLine } from '../core/ledger/transfer.ts'
import type { Currency } from '../core/money/money.ts'
import { say } from '../core/words/say.ts'
import type { Writer } from './connection.ts'

type Booking = {
  readonly orderId: string
  readonly currency: Currency
  readonly days: readonly { readonly date: string; readonly spendMinor: number }[]
}
type Stored = Omit<LedgerEntry, 'orderId' | 'lines'> & { readonly lines: string }

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

/** SQLite notes the pages that a statement changes to be able to undo it: for a row of its own that is more than the row. */
const rowsAtOnce = 50

/** Moves the spend of many days of one order after another in the ledger, as recordDeliveries does of one day. */
export function dayBooker(
  writer: Writer,
  why: string,
): { readonly book: (booking: Booking) => Result<null>; readonly close: () => void } {
  const read = writer.prepare<[string], Stored>(`
    SELECT id, command_id AS commandId, currency, kind, ends_id AS endsId, corrects_id AS correctsId, day, lines
    FROM ledger_transfer WHERE order_id = +? ORDER BY sequence`)
  const { insert, close } = transferInserter(writer)
  return {
    book({ orderId, currency, days }) {
      const history = read.all(orderId).map(stored => entryOf(orderId, stored))
      const booked = bookDeliveries(history, {
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
      for (const transfer of booked.value) insert(transfer)
      return { ok: true, value: null }
    },
    close,
  }
}

/** Writes transfers in their order, some at a time; the last of them when it is closed. */
function transferInserter(writer: Writer): {
  readonly insert: (transfer: Transfer) => void
  readonly close: () => void
} {
  const names = Object.values(columns)
  const row = `(${names.map(() => '?').join(', ')})`
  const statement = (rows: number) =>
    writer.prepare(
      `INSERT INTO ledger_transfer (${names.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
    )
  const [one, many] = [statement(1), statement(rowsAtOnce)]
  let values: (string | number | null)[] = []
  return {
    insert({ id, commandId, orderId, currency, kind, at, who, why, evidence, ...rest }) {
      const { endsId, correctsId, day, lines } = rest
      values.push(id, commandId, orderId, currency, kind, at, who, why, evidence, endsId, correctsId, day)
      values.push(JSON.stringify(lines))
      if (values.length < rowsAtOnce * names.length) return
      many.run(values)
      values = []
    },
    close() {
      for (let from = 0; from < values.length; from += names.length)
        one.run(values.slice(from, from + names.length))
      values = []
    },
  }
}

function entryOf(orderId: string, stored: Stored): LedgerEntry {
  const { id, commandId, currency, kind, endsId, correctsId, day } = stored
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table's checks and its only writers say so
  const lines = JSON.parse(stored.lines) as TransferLine[]
  return { id, commandId, orderId, currency, kind, endsId, correctsId, day, lines }
}
