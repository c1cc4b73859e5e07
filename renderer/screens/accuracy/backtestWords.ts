import type { BacktestShown } from '../../../core/contract/accuracy.ts'
import type { ChartTable } from '../../charts/chartTable.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>
type Target = BacktestShown['report']['targets'][number]
type Scores = Target['scores']

/** A score against another of the same rows, both better when lower: 18% better than the pooled rate. */
export function skillWords(
  own: number | null,
  other: number | null | undefined,
  { t, percent }: I18n,
): string {
  if (own === null || other === null || other === undefined || other <= 0) return t('backtest.notCompared')
  const gain = 1 - own / other
  if (Math.abs(gain) < 0.01) return t('backtest.noBetter')
  return gain > 0
    ? t('backtest.better', { size: percent(gain) })
    : t('backtest.worse', { size: percent(-gain) })
}

const models = ['foreclick', 'pooled', 'video', 'last'] as const
export type Model = (typeof models)[number]

/** The forecasts that were scored: ours, and the simple ones that could be made of these rows. */
export function modelsOf(target: Target): readonly { readonly model: Model; readonly scores: Scores }[] {
  const { pooled, video, last } = target.baselines
  const all = [
    { model: 'foreclick', scores: target.scores },
    { model: 'pooled', scores: pooled },
    { model: 'video', scores: video },
    { model: 'last', scores: last },
  ] as const
  return all.flatMap(({ model, scores }) => (scores === undefined ? [] : [{ model, scores }]))
}

export const scoreRows = [
  'wape',
  'bias',
  'coverage50',
  'coverage80',
  'coverage95',
  'intervalScore',
  'crps',
  'meanWidth',
] as const
export type ScoreRow = (typeof scoreRows)[number]

/** One score as the table says it: shares in per cent, a coverage with what so many rows can tell of it. */
export function scoreWords(scores: Scores, row: ScoreRow, { percent, number, t }: I18n): string {
  const value = scores[row]
  if (value === null) return '–'
  if (typeof value === 'number') {
    if (row === 'wape') return percent(value)
    if (row !== 'bias') return number(value)
    if (Math.abs(value) < 0.005) return percent(0)
    return t(value < 0 ? 'accuracy.tooLow' : 'accuracy.tooHigh', { size: percent(Math.abs(value)) })
  }
  if (value.share === null) return '–'
  if (value.standardError === null) return percent(value.share)
  const half = 1.96 * value.standardError
  return t('backtest.shareRange', {
    share: percent(value.share),
    low: percent(Math.max(0, value.share - half)),
    high: percent(Math.min(1, value.share + half)),
  })
}

/** The best of a row, where lower is better; undefined where better has no direction. */
export function bestOf(target: Target, row: ScoreRow): Model | undefined {
  if (row !== 'wape' && row !== 'intervalScore' && row !== 'crps') return undefined
  const known = modelsOf(target).flatMap(({ model, scores }) => {
    const value = scores[row]
    return value === null ? [] : [{ model, value }]
  })
  return known.toSorted((a, b) => a.value - b.value)[0]?.model
}

const quantiles = ['p025', 'p10', 'p25', 'p50', 'p75', 'p90', 'p975'] as const

/** The rows of a back-test for other programs. */
export function backtestCsv(rows: BacktestShown['rows']): ChartTable {
  const names = [
    'unit_id',
    'start',
    'end',
    'market',
    'audience_kind',
    'target',
    'actual',
    'mean',
    ...quantiles,
  ]
  return {
    columns: names.map(name => ({ key: name, name })),
    rows: rows.map(row => ({
      cells: [
        row.unitId,
        row.start,
        row.end,
        row.market,
        row.audienceKind,
        row.target,
        row.actual,
        row.mean,
        ...quantiles.map(key => row[key]),
      ].map(value => ({ value, text: String(value ?? '') })),
    })),
  }
}

/** Coverage as bars with whiskers. */
export function backtestBars(scores: Scores) {
  return ([50, 80, 95] as const).map(level => {
    const { share, standardError } = scores[`coverage${level}`]
    const half = 1.96 * (standardError ?? 0)
    return {
      level,
      n: scores.n,
      inside: Math.round((share ?? 0) * scores.n),
      share,
      low: share === null ? null : Math.max(0, share - half),
      high: share === null ? null : Math.min(1, share + half),
    }
  })
}
