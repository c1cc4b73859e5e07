import { Fault } from './readZip.mjs'
import { hexOf, sha256, utf8 } from './sha256.mjs'

/** Canonical JSON (RFC 8785): names sorted, numbers and texts as JSON.stringify writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

/** What the records say must be what the log says; each kind is read anew from its beginning. Faults, the first of each kind. */
export function* recordFaults({ orders, forecasts, ledger, entries }) {
  const log = logOfOrders(entries)
  yield* firstOf(orders(), order => paymentFault(order, log.payments.get(order.row.id)))
  yield* firstOf(orders(), order => deliveryFault(order, log.reports.get(order.row.id)))
  yield* firstOf(forecasts(), forecast => forecastFault(forecast, log.payments.get(forecast.orderId)))
  yield* firstOf(ledger(), transferFault)
}

function* firstOf(records, faultOf) {
  for (const record of records) {
    const fault = faultOf(record)
    if (fault === undefined) continue
    yield fault
    return
  }
}

function logOfOrders(entries) {
  const payments = new Map()
  const reports = new Map()
  for (const { what, subject, payload } of entries) {
    if (subject.kind !== 'order') continue
    if (what === 'payOrder') payments.set(subject.id, payload)
    const days = reports.get(subject.id) ?? new Map()
    if (what === 'recordDeliveries') for (const day of payload.days) days.set(day.date, day)
    if (what === 'withdrawDeliveries') for (const date of payload.dates) days.delete(date)
    reports.set(subject.id, days)
  }
  return { payments, reports }
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

/** The table of the log tells the same as its entries; the first cell that does not. */
export function logCsvFault(lines, entries) {
  for (const [i, entry] of entries.entries()) {
    const words = rowDifference(lines, i + 1, entry)
    if (words !== undefined) return new Fault('log_table', `log entry ${entry.seq}`, words)
  }
  return lines.length - 1 === entries.length
    ? undefined
    : new Fault('log_table', 'csv/log.csv', `it has ${lines.length - 1} rows for ${entries.length} entries`)
}

/** What is another in an entry than the table of the log says; undefined where it says the same, or nothing. */
export function changedHead(lines, entry) {
  const row = lines.findIndex(line => line.startsWith(`${entry?.seq},`))
  const isEntry = Number.isSafeInteger(entry?.at) && typeof entry.subject?.kind === 'string'
  return row < 1 || !isEntry ? undefined : rowDifference(lines, row, entry)
}

function rowDifference(lines, row, { seq, at, who, what, subject }) {
  const names = ['the number', 'the time', 'the person', 'the command', 'the kind of record', 'the record']
  const cells = cellsOf(lines[row] ?? '')
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
