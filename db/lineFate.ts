/**
 * Why a line of a unit goes nowhere by itself, in SQL; NULL where it goes where its unit goes. Days that cannot be taken are
 * told afterwards. `lacks` says in SQL what the line lacks.
 */
export function reasonSql(lacks: (lack: 'date' | 'period' | 'missing') => string, isAgain: boolean): string {
  return `CASE
  WHEN unit.kind = 'change' THEN 'change'
  WHEN unit.kind = 'refund' THEN 'refunded'
  WHEN unit.target = 'leave' THEN 'choice'
  WHEN unit.target = 'history' THEN CASE
    WHEN unit.kind <> 'delivery' THEN 'choice' ${isAgain ? "ELSE 'again'" : ''} END
  WHEN ${lacks('date')} THEN 'date'
  WHEN ${lacks('period')} THEN 'period'
  WHEN coalesce(unit.currency, unit.order_currency) IS NOT unit.order_currency THEN 'currency'
  WHEN unit.kind = 'delivery' AND ${lacks('missing')} THEN 'missing'
  END`
}

/** What a line itself lacks, as lackOf says of its row. */
export const lineLacks = {
  date: 'line.day_from IS NULL',
  period: 'line.day_from IS NOT line.day_to',
  missing: '(line.impressions IS NULL OR line.link_clicks IS NULL OR line.spend IS NULL)',
} as const

/** Days that are not taken, whose lines are left out though they were an order's. */
export const dayNotTaken = (isKept: boolean) =>
  `(day.status = 'left'${isKept ? " OR day.status = 'conflict'" : ''})`
