import { calibrationReport } from '../../../core/calibration/calibrationReport.ts'
import { historyTargets } from '../../../core/calibration/history.ts'
import type { Learned } from '../../../core/calibration/learned.ts'
import type { LearnedReport } from '../../../core/contract/learning.ts'
import { isoDay } from '../../../core/history/calendarDay.ts'
import type { ProfileKey } from '../../../core/market/marketProfile.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'

/** What was learnt, in the words of a page. */
export function learnedReport(learned: Learned, ownOrders: number): LearnedReport {
  const { entries, effects } = calibrationReport(learned)
  return {
    asOf: learned.asOf === null ? null : isoDay(learned.asOf),
    rows: learned.rows,
    units: learned.units,
    ownOrders,
    targets: historyTargets.flatMap(target => {
      const found = learned.targets[target]
      if (found === undefined) return []
      const { rows, orders, halfLifeDays, widths } = found
      return [{ target, rows, orders, halfLifeDays: numberOrNull(halfLifeDays), widths: [...widths] }]
    }),
    entries: entries.map(entry => ({ ...entry, ...wordsOf(entry.id) })),
    effects: [...effects],
  }
}

/** What the market profile calls what is learnt. */
const profileKeys: Readonly<Record<string, ProfileKey>> = {
  cpm: 'cpmMedian',
  ctr: 'ctrMedian',
  cvr: 'cvrMedian',
  'sigma.cpm': 'cpmSigma',
  'sigma.ctr': 'ctrSigma',
  'sigma.cvr': 'cvrSigma',
  'correlation.cpm-ctr': 'priceCtrCorrelation',
  'correlation.cpm-cvr': 'priceCvrCorrelation',
  'correlation.ctr-cvr': 'ctrCvrCorrelation',
}

function wordsOf(id: string): { readonly name: string; readonly unit: string } {
  const key = profileKeys[id]
  if (key === undefined) return { name: id, unit: '' }
  const { name, unit } = marketProfiles.GB.entries[key]
  // Money is of the entry's own currency.
  return { name, unit: unit === 'GBP' ? '' : unit }
}

function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
