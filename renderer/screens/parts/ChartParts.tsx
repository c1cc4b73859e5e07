import type { Spread } from '../../../core/forecast/spread.ts'
import type { BandRow } from '../../charts/bandRow.ts'
import { BudgetChart } from '../../charts/BudgetChart.tsx'
import { DotPlot } from '../../charts/DotPlot.tsx'
import { TimeChart } from '../../charts/TimeChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { Shown } from './Shown.tsx'

const spread = (p50: number): Spread => ({
  mean: p50,
  p025: p50 * 0.4,
  p10: p50 * 0.6,
  p25: p50 * 0.8,
  p50,
  p75: p50 * 1.25,
  p90: p50 * 1.6,
  p975: p50 * 2.1,
})

/** Days over the end of March, so that one of them has 23 hours. */
const rows = (count: number): readonly BandRow[] =>
  Array.from({ length: count }, (_, day) => {
    const date = new Date(Date.UTC(2026, 2, 25 + day)).toISOString().slice(0, 10)
    const row = { date, hours: date === '2026-03-29' ? 23 : 24, spread: spread(18 + 6 * Math.sin(day)) }
    return day % 7 < 3 ? { ...row, actual: Math.round(17 + 9 * Math.cos(day)) } : row
  })
const outcomes = Array.from({ length: 50 }, (_, i) => Math.round(60 + i * 2.2 + (i * i) / 30))
const points = [20, 40, 60, 80, 100].map(budget => ({
  budget,
  spread: spread(budget * 1.4),
  value: budget * 1.4,
}))

/** Every kind of chart, with actuals, a target, money, and no data. */
export function ChartParts() {
  const { amount, number } = useI18n()
  return (
    <>
      <Shown name="Bands with actuals, and a target">
        <TimeChart title="A week" rows={rows(7)} target={30} />
        <TimeChart title="Sixty days" rows={rows(60)} />
      </Shown>
      <Shown name="Bands of money, of one day, and of none">
        <TimeChart title="Money" rows={rows(7)} isWhole={false} format={value => amount(value, 'GBP')} />
        <TimeChart title="One day" rows={rows(1)} />
        <TimeChart title="No days" rows={[]} />
      </Shown>
      <Shown name="Outcomes and budgets">
        <DotPlot title="Fifty outcomes" aside="link clicks" outcomes={outcomes} target={120} />
        <BudgetChart
          title="By budget"
          aside="link clicks"
          points={points}
          own={2}
          format={value => number(Math.round(value))}
          formatBudget={value => amount(value, 'GBP')}
        />
      </Shown>
    </>
  )
}
