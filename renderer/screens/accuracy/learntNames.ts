import { type HistoryTarget, historyTargets } from '../../../core/calibration/history.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>

/** Which assumption of the market profile a learnt figure is the learnt form of. */
const profileIds: Readonly<Record<string, string>> = {
  cpm: 'B61',
  ctr: 'B62',
  cvr: 'B64',
  'sigma.cpm': 'B61.sigma',
  'sigma.ctr': 'B62.sigma',
  'sigma.cvr': 'B64.sigma',
  'correlation.cpm-ctr': 'RA1.price-ctr',
  'correlation.cpm-cvr': 'RA1.price-cvr',
  'correlation.ctr-cvr': 'RA1.ctr-cvr',
}

export function profileIdOf(id: string): string | undefined {
  return profileIds[id]
}

/** Rates of a market are what a person looks for first; how they scatter and fade is there for who asks. */
export function isMainFigure(id: string): boolean {
  return rates.some(rate => rate === id)
}

const rates = ['cpm', 'ctr', 'cvr'] as const
const plainNames = [
  'noise',
  'noiseSlope',
  'halfLifeDays',
  'driftPerYear',
  'zeroShare',
  'pooledWeight',
  'width50',
  'width80',
  'width95',
] as const
const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
/** Any Monday. */
const monday = Date.parse('2026-11-02T00:00Z')

const units: Readonly<Record<string, string>> = {
  ctr: 'share',
  cvr: 'share',
  sigma: 'sd of ln',
  noise: 'sd of ln',
  halfLifeDays: 'days',
  zeroShare: 'share',
  pooledWeight: 'share',
  width50: 'factor',
  width80: 'factor',
  width95: 'factor',
  weekday: 'factor',
}

/** The name and unit of a learnt figure; one that is not known here keeps its id. */
export function learntFigure(
  {
    id,
    name,
    unit,
    currency,
  }: { readonly id: string; readonly name: string; readonly unit: string; readonly currency: string },
  i18n: I18n,
): { readonly name: string; readonly unit: string } {
  const [head = '', ...rest] = id.split('.')
  return {
    name: nameOf(head, rest, i18n) ?? name,
    unit: head === 'cpm' ? currency : (units[head] ?? unit),
  }
}

function nameOf(head: string, rest: readonly string[], i18n: I18n): string | undefined {
  const { t } = i18n
  const rate = rateName(head, i18n)
  if (rate !== undefined) return rate
  if (head === 'sigma') return t('learnt.named.sigma', { of: rateName(rest[0] ?? '', i18n) ?? '' })
  if (head === 'correlation') {
    const [one, other] = (rest[0] ?? '').split('-').map(each => rateName(each, i18n) ?? '')
    return t('learnt.named.correlation', { one: one ?? '', other: other ?? '' })
  }
  if (head === 'dayNoise')
    return t(rest[0] === 'correlation' ? 'learnt.named.dayStays' : 'learnt.named.dayChange')
  const target = historyTargets.find(each => each === rest.at(-1))
  return target === undefined ? undefined : targetName(head, rest, { target, i18n })
}

function targetName(
  head: string,
  rest: readonly string[],
  { target, i18n }: { readonly target: HistoryTarget; readonly i18n: I18n },
): string | undefined {
  const of = i18n.t(`backtest.target.${target}`)
  const day = days.indexOf(rest[0] ?? '')
  if (head === 'weekday' && day >= 0) {
    const date = new Date(monday + day * 86_400_000).toISOString().slice(0, 10)
    return `${of}: ${i18n.weekday(date)}`
  }
  const plain = plainNames.find(each => each === head)
  return plain === undefined ? undefined : `${of}: ${i18n.t(`learnt.named.${plain}`)}`
}

function rateName(id: string, { t }: I18n): string | undefined {
  const rate = rates.find(each => each === id)
  return rate === undefined ? undefined : t(`learnt.named.${rate}`)
}
