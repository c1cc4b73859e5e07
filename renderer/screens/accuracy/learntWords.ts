import type { LearnedReport } from '../../../core/contract/learning.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>
export type LearnedEntry = LearnedReport['entries'][number]
export type LevelEffect = LearnedReport['effects'][number]

/** How far what is used has moved from the prior to the data, 0 to 1; undefined where that cannot be said. */
export function weightOf({ prior, data, posterior }: LearnedEntry): number | undefined {
  if (prior === null || data === null || prior === data) return undefined
  const isPositive = prior > 0 && data > 0 && posterior > 0
  const [a, b, c] = isPositive
    ? [Math.log(prior), Math.log(data), Math.log(posterior)]
    : [prior, data, posterior]
  const share = (c - a) / (b - a)
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : undefined
}

type Effect = Pick<LevelEffect, 'effect' | 'deviation'>

/** A change on the ln scale as a factor in words: 23% more. Nothing seen is no difference only where it is known well. */
export function effectSize({ effect, deviation }: Effect, { t, percent, number }: I18n): string {
  const factor = Math.exp(effect)
  if (factor >= 2) return t('learnt.timesMore', { factor: number(Number(factor.toPrecision(2))) })
  if (Math.abs(factor - 1) < 0.005) return t(deviation > 0.15 ? 'learnt.notKnown' : 'learnt.noDifference')
  return factor > 1
    ? t('learnt.more', { size: percent(factor - 1) })
    : t('learnt.fewer', { size: percent(1 - factor) })
}

/** The same with its 80% interval, shorter: −5% to +34%. */
export function effectRange(
  { effect, deviation }: Pick<LevelEffect, 'effect' | 'deviation'>,
  { t, percent }: I18n,
): string {
  const end = (value: number) => {
    const change = Math.expm1(value)
    if (Math.abs(change) < 0.005) return percent(0)
    return `${change < 0 ? '−' : '+'}${percent(Math.abs(change))}`
  }
  return t('learnt.range', { from: end(effect - 1.2816 * deviation), to: end(effect + 1.2816 * deviation) })
}

/** Effects whose 80% interval leaves out none stand for themselves; of the others that may be chance. */
export function isClear({ effect, deviation }: LevelEffect): boolean {
  return Math.abs(effect) > 1.2816 * deviation
}
