import { forecastUnit } from '../calibration/forecastUnit.ts'
import type { UnitPeriod } from '../calibration/history.ts'
import type { Learned } from '../calibration/learned.ts'
import { editedProfile, type EntryEdit } from './editedProfile.ts'
import type { MarketCode, MarketProfile } from './marketProfile.ts'

/** What was learnt of a market as edits of its profile, as a profile file has them: for an order of which nothing else is known. */
export function learntEntries(
  { market, currency }: Pick<MarketProfile, 'market' | 'currency'>,
  learned: Learned,
  { source, date }: Pick<EntryEdit, 'source' | 'date'>,
): Readonly<Record<string, EntryEdit>> {
  const { mean, covariance } = forecastUnit(learned, anyUnit(market, currency)).rates
  const at = (row: number, column: number) => covariance[3 * row + column] ?? 0
  const correlation = (row: number, column: number) =>
    at(row, column) / Math.sqrt(Math.max(at(row, row) * at(column, column), Number.MIN_VALUE))
  const values: Readonly<Record<string, number>> = {
    cpmMedian: Math.exp(mean[0]),
    ctrMedian: Math.exp(mean[1]),
    cvrMedian: Math.exp(mean[2]),
    cpmSigma: Math.sqrt(at(0, 0)),
    ctrSigma: Math.sqrt(at(1, 1)),
    cvrSigma: Math.sqrt(at(2, 2)),
    priceCtrCorrelation: correlation(0, 1),
    priceCvrCorrelation: correlation(0, 2),
    ctrCvrCorrelation: correlation(1, 2),
  }
  const edits = Object.fromEntries(
    Object.entries(values).map(([entry, value]) => [
      entry,
      { value: Number(value.toPrecision(6)), source, date, grade: 'B' },
    ]),
  )
  // What is far outside of a market's bounds is the history of something else.
  return editedProfile(market, edits).ok ? edits : {}
}

function anyUnit(market: MarketCode, currency: string): UnitPeriod {
  return {
    unitId: '',
    accountId: '',
    market,
    currency,
    platform: '',
    objective: '',
    creatorId: '',
    videoId: '',
    audienceKind: '',
    ageBands: '',
    genders: '',
    interests: '',
    start: null,
    end: null,
    spend: null,
  }
}
