import { Fault } from './readZip.mjs'
import { hexOf, sha256, utf8 } from './sha256.mjs'

/** Canonical JSON (RFC 8785): names sorted, numbers and texts as JSON.stringify writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** What the log says of orders, as far as their records are compared with it. */
export function createOrderLog() {
  const payments = new Map()
  const reports = new Map()
  return {
    paymentOf: id => payments.get(id),
    reportsOf: id => reports.get(id),
    take({ what, subject, payload }) {
      if (subject.kind !== 'order') return
      if (what === 'payOrder') payments.set(subject.id, picked(payload, [...paid, 'forecast']))
      if (what !== 'recordDeliveries' && what !== 'withdrawDeliveries') return
      const days = reports.get(subject.id) ?? new Map()
      if (what === 'recordDeliveries')
        for (const day of payload.days) days.set(day.date, picked(day, delivered))
      else for (const date of payload.dates) days.delete(date)
      reports.set(subject.id, days)
    },
  }
}

function picked(object, names) {
  return Object.fromEntries(names.map(name => [name, object[name]]))
}

/** What the records say must be what the log says. Faults, the first of each kind; each file is read once. */
export async function* recordFaults({ orders, forecasts, ledger }, log) {
  yield* firstFaults(orders, [
    order => paymentFault(order, log.paymentOf(order.row.id)),
    order => deliveryFault(order, log.reportsOf(order.row.id)),
  ])
  yield* firstFaults(forecasts, [forecast => forecastFault(forecast, log.paymentOf(forecast.orderId))])
  yield* firstFaults(ledger, [transferFault])
}

/** The first fault of each kind among records, also among those before one that cannot be read. */
async function* firstFaults(records, kinds) {
  const first = kinds.map(() => undefined)
  let broken
  try {
    for await (const record of records) {
      for (const [kind, faultOf] of kinds.entries()) first[kind] ??= faultOf(record)
      if (!first.includes(undefined)) break
    }
  } catch (error) {
    broken = error
  }
  for (const fault of first) if (fault !== undefined) yield fault
  if (broken !== undefined) throw broken
}

const paid = ['method', 'reference', 'netMinor', 'taxMinor', 'couponMinor', 'withheldMinor']

function paymentFault({ row, payment }, logged) {
  if (payment === null) return undefined
  if (logged === undefined)
    return new Fault('payment', `order ${row.id}`, 'it is paid, and the log tells of no payment')
  const field = paid.find(name => (payment[name] ?? 0) !== (logged[name] ?? 0))
  return field === undefined
    ? undefined
    : new Fault('payment', `order ${row.id}`, `${field} is ${payment[field]}, the log says ${logged[field]}`)
}

const delivered = ['impressions', 'linkClicks', 'spendMinor']

function deliveryFault({ row, deliveries }, logged) {
  const sum = (days, name) => days.reduce((total, day) => total + day[name], 0)
  const reported = [...(logged ?? new Map()).values()]
  const field = delivered.find(name => sum(deliveries, name) !== sum(reported, name))
  return field === undefined
    ? undefined
    : new Fault(
        'delivery',
        `order ${row.id}`,
        `its days have ${sum(deliveries, field)} ${field}, the reports in the log ${sum(reported, field)}`,
      )
}

function forecastFault({ orderId, forecast }, logged) {
  const where = `forecast of order ${orderId}`
  if (logged?.forecast !== forecast.digest)
    return new Fault(
      'forecast',
      where,
      `its digest is ${forecast.digest}, the payment in the log names ${logged?.forecast}`,
    )
  // Forecasts of the first model have been read with later fields put in.
  if (forecast.modelVersion.startsWith('0.1')) return undefined
  const { digest, warnings: _warnings, ...numbers } = forecast
  const made = `sha256:${hexOf(sha256(utf8(canonical(numbers))))}`
  return made === digest
    ? undefined
    : new Fault('forecast', where, `its numbers make ${made}, it says ${digest}`)
}

function transferFault({ id, orderId, lines }) {
  const sum = lines.reduce((total, { minor }) => total + minor, 0)
  return sum === 0
    ? undefined
    : new Fault('ledger', `transfer ${id} of order ${orderId}`, `its lines add up to ${sum}, expected 0`)
}

/** Compares the table of the log with its entries, as both are read; `end` throws what is wrong, or why it cannot be read. */
export function createTableCheck(lines) {
  const rows = lines[Symbol.asyncIterator]()
  let entries = 0
  let wrong
  const nextRow = async () => {
    const { value, done } = await rows.next()
    return done ? undefined : value
  }
  const attempt = async work => {
    if (wrong !== undefined) return
    try {
      await work()
    } catch (error) {
      wrong = error
    }
  }
  return {
    take: entry =>
      attempt(async () => {
        if (entries++ === 0) await nextRow()
        const words = rowDifference(await nextRow(), entry)
        if (words !== undefined) throw new Fault('log_table', `log entry ${entry.seq}`, words)
      }),
    async end() {
      await attempt(async () => {
        let count = entries === 0 ? -1 : entries
        while ((await nextRow()) !== undefined) count++
        if (count !== entries)
          throw new Fault('log_table', 'csv/log.csv', `it has ${count} rows for ${entries} entries`)
      })
      if (wrong !== undefined) throw wrong
    },
  }
}

/** What is another in an entry than the table of the log says; undefined where it says the same, or nothing. */
export async function changedHead(lines, entry) {
  const isEntry = Number.isSafeInteger(entry?.at) && typeof entry.subject?.kind === 'string'
  if (!isEntry) return undefined
  let row = 0
  for await (const line of lines)
    if (row++ > 0 && line.startsWith(`${entry.seq},`)) return rowDifference(line, entry)
  return undefined
}

function rowDifference(line, { seq, at, who, what, subject }) {
  const names = ['the number', 'the time', 'the person', 'the command', 'the kind of record', 'the record']
  const cells = cellsOf(line ?? '')
  const expected = [String(seq), timeOf(at), who, what, subject.kind, subject.id]
  const column = expected.findIndex((text, place) => cells[place] !== text && cells[place] !== `'${text}`)
  return column < 0
    ? undefined
    : `${names[column]} of this entry is ${expected[column]} in log/chain.jsonl and ${cells[column]} in csv/log.csv`
}

function timeOf(at) {
  return Math.abs(at) > 8.64e15 ? String(at) : new Date(at).toISOString()
}

function cellsOf(line) {
  const cells = line.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []
  return cells.map(cell => {
    const text = cell.startsWith(',') ? cell.slice(1) : cell
    return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
  })
}
