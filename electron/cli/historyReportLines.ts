import type { HistoryReport } from '../../core/history/historyReport.ts'

const count = (value: number) => value.toLocaleString('en-GB')

/** What was found in a history, for a person. */
export function historyReportLines(report: HistoryReport): readonly string[] {
  const { rows, kept, units, leftOut, from, to, currencies, reasons, missing, warnings } = report
  const dates = from === null ? 'without dates' : `from ${from} to ${to ?? from}`
  return [
    `${count(kept)} rows of ${count(units)} units, ${dates}`,
    ...currencies.map(
      ({ currency, rows: own, spend }) =>
        `  ${currency || 'no currency'}: ${count(own)} rows, ${count(spend)} spent`,
    ),
    ...(leftOut === 0 ? [] : [`${count(leftOut)} of ${count(rows)} rows were left out:`]),
    ...reasons.flatMap(({ fault, rows: own, first }) => [
      `  ${fault}: ${count(own)}`,
      ...first.map(
        ({ line, column, expected, received }) =>
          `    line ${line}, ${column}: expected ${expected}, received ${received}`,
      ),
    ]),
    ...missing.map(({ column, means }) => `Nothing in ${column}: ${means}`),
    ...warnings.map(warning => `Warning: ${warning}`),
  ]
}
