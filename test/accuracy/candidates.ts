import type { settings } from '../../core/calibration/settings.ts'

type Change = { readonly [K in keyof typeof settings]?: unknown }

/** Settings that were weighed against the shipped ones: one change each. */
export const candidates: readonly { readonly name: string; readonly change: Change }[] = [
  { name: 'shipped', change: {} },
  { name: 'no decay', change: { halfLives: [3650] } },
  { name: 'fixed half-life', change: { halfLives: [60] } },
  { name: 'slopes half as free', change: { slopeDeviation: 0.05 } },
  { name: 'slopes reach further', change: { slopeReach: 5 } },
  { name: 'no weight by spend', change: { spendPower: 0 } },
  { name: 'more weight by spend', change: { spendPower: 0.5 } },
  { name: 'faster drift', change: { driftPerDay: 0.6 / 365 } },
  { name: 'slower drift', change: { driftPerDay: 0.1 / 365 } },
  { name: 'values do not drift', change: { valueDrift: 0 } },
  { name: 'values drift more', change: { valueDrift: 0.004 } },
  { name: 'shared luck, no drift', change: { valueDrift: 0, valueShared: 0.005 } },
  { name: 'levels as wide as they look', change: { levelsWidest: 100 } },
  {
    name: 'videos alike in clicks',
    change: { videos: { impressions: 0.3, linkClicks: 0.3, conversions: 0.3 } },
  },
  {
    name: 'videos apart in price too',
    change: { videos: { impressions: 0.8, linkClicks: 0.8, conversions: 0.8 } },
  },
  {
    name: 'videos half as far apart',
    change: { videos: { impressions: 0.3, linkClicks: 0.5, conversions: 0.5 } },
  },
  { name: 'no lean of residuals', change: { leanWorth: 1e9 } },
  { name: 'widths of the model', change: { widthWorth: [1e9, 1e9, 1e9] } },
  { name: 'no pooled rate', change: { pooledWorth: 0 } },
  { name: 'more of the pooled rate', change: { pooledWorth: 25 } },
  { name: 'pooled rate by checks', change: { pooledPenalty: 5 } },
  { name: 'fewer zeros', change: { zeroShare: 0.001 } },
]
