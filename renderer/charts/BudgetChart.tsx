import type { Spread } from '../../core/forecast/spread.ts'
import { useI18n } from '../i18n/i18n.ts'
import { budgetTable, budgetWords } from './budgetWords.ts'
import { niceTicks } from './niceTicks.ts'
import { PlotFigure } from './PlotFigure.tsx'

import './charts.css'

/** What an order brings at one budget: an interval, or a single figure such as a cost. */
export type BudgetPoint = {
  readonly budget: number
  readonly spread: Spread | null
  readonly value: number | null
}

type BudgetChartProps = {
  readonly title: string
  readonly aside: string
  /** By rising budget. */
  readonly points: readonly BudgetPoint[]
  /** Place of the order's own budget. */
  readonly own: number
  readonly format: (value: number) => string
  readonly formatBudget: (value: number) => string
}

const leastLabelPx = 110

/** A quantity over budgets: 95, 80 and 50% bands where there is an interval, a line, and the order's own budget. */
export function BudgetChart(props: BudgetChartProps) {
  const i18n = useI18n()
  const wordsAt = (place: number) => budgetWords(props.points[place], props, i18n)
  return (
    <PlotFigure
      title={props.title}
      aside={props.aside}
      summary={`${props.title}. ${wordsAt(props.own)}`}
      table={budgetTable(props.points, props, i18n)}
      words={place => ({ spoken: wordsAt(place), shown: wordsAt(place) })}
      heightPx={178}
      points={() => props.points.map(({ budget, spread, value }) => ({ x: budget, spread, middle: value }))}
      format={props.format}
      valueTicks={() => valueTicks(props.points)}
      placeTicks={widthPx =>
        niceTicks(0, props.points.at(-1)?.budget ?? 1, {
          count: Math.max(2, Math.floor(widthPx / leastLabelPx)),
        })
      }
      placeLabel={props.formatBudget}
      own={() => props.points[props.own]?.budget}
    />
  )
}

function valueTicks(points: readonly BudgetPoint[]): readonly number[] {
  const values = points.flatMap(({ value, spread }) => [value, spread?.p025 ?? null, spread?.p975 ?? null])
  const known = values.filter(value => value !== null)
  return niceTicks(Math.min(0, ...known), Math.max(1e-9, ...known), { count: 4 })
}
