import type { useI18n } from '../i18n/i18n.ts'
import type { BudgetPoint } from './BudgetChart.tsx'
import type { ChartTable } from './chartTable.ts'

type I18n = ReturnType<typeof useI18n>
type Formats = {
  readonly format: (value: number) => string
  readonly formatBudget: (value: number) => string
}

/** What one budget brings, in words: with its interval where there is one (U50). */
export function budgetWords(
  point: BudgetPoint | undefined,
  { format, formatBudget }: Formats,
  { t }: I18n,
): string {
  if (point === undefined) return ''
  const budget = formatBudget(point.budget)
  const value = point.value === null ? '–' : format(point.value)
  const { p10, p90 } = point.spread ?? {}
  return p10 === null || p10 === undefined || p90 === null || p90 === undefined
    ? t('charts.budgetValue', { budget, value })
    : t('charts.budgetBand', { budget, value, from: format(p10), to: format(p90) })
}

export function budgetTable(
  points: readonly BudgetPoint[],
  { format, formatBudget }: Formats,
  { t }: I18n,
): ChartTable {
  return {
    columns: (['budget', 'value', 'p10', 'p90'] as const).map(key => ({
      key,
      name: t(`charts.column.${key}`),
    })),
    rows: points.map(({ budget, value, spread }) => ({
      cells: [
        { value: budget, text: formatBudget(budget) },
        ...[value, spread?.p10 ?? null, spread?.p90 ?? null].map(each => ({
          value: each,
          text: each === null ? '–' : format(each),
        })),
      ],
    })),
  }
}
