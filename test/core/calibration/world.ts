import type { HistoryRow, UnitPeriod } from '../../../core/calibration/history.ts'
import { Stream } from '../../../core/simulation/stream.ts'
import { normal, poisson } from '../../../core/simulation/variates.ts'

/** A made-up history with known truth. */
export type World = {
  readonly orders: number
  readonly days: number
  /** ln of impressions, clicks and conversions per unit of money, and their spreads between orders. */
  readonly level: readonly [number, number, number]
  readonly noise: readonly [number, number, number]
  readonly accounts: number
  readonly accountDeviation: number
  readonly videos: number
  readonly videoDeviation: number
  /** Change of the level over the whole time. */
  readonly drift: number
  /** Share of orders whose noise is three times as wide. */
  readonly heavyShare: number
  /** Days that each order's rows tell one by one; 0 for one row per order. */
  readonly dailyRows: number
}

export const plainWorld: World = {
  orders: 600,
  days: 180,
  level: [Math.log(200), Math.log(3), Math.log(0.08)],
  noise: [0.3, 0.4, 0.5],
  accounts: 12,
  accountDeviation: 0.35,
  videos: 60,
  videoDeviation: 0.3,
  drift: 0,
  heavyShare: 0,
  dailyRows: 0,
}

export const firstDay = 20_000

export const plainUnit: UnitPeriod = {
  unitId: 'new',
  accountId: '',
  start: firstDay,
  end: firstDay + 2,
  market: 'GB',
  currency: 'GBP',
  platform: 'tiktok',
  objective: 'clicks',
  creatorId: '',
  videoId: '',
  audienceKind: 'automatic',
  ageBands: '',
  genders: '',
  interests: '',
  spend: 50,
}

export const noCounts = { impressions: null, reach: null, linkClicks: null, conversions: null }

/** Orders of the world, in the order of their start. */
export function makeWorld(world: World, seed: number): HistoryRow[] {
  const stream = new Stream(seed, 101)
  const accounts = Array.from({ length: world.accounts }, () => world.accountDeviation * normal(stream))
  const videos = Array.from({ length: world.videos }, () => world.videoDeviation * normal(stream))
  const rows: HistoryRow[] = []
  for (let order = 0; order < world.orders; order++) {
    const start = firstDay + Math.floor((order * world.days) / world.orders)
    const account = Math.floor(stream.uniform() * world.accounts)
    const video = Math.floor(stream.uniform() * world.videos)
    const wide = stream.uniform() < world.heavyShare ? 3 : 1
    const shared = normal(stream)
    const level =
      (accounts[account] ?? 0) + (videos[video] ?? 0) + (world.drift * (start - firstDay)) / world.days
    const departures = world.noise.map(sigma => sigma * wide * (0.7 * shared + 0.714 * normal(stream)))
    const periods = Math.max(1, world.dailyRows)
    const spend = Math.round(100 * Math.exp(3.5 + normal(stream))) / 100 / periods + 0.01
    for (let day = 0; day < periods; day++) {
      const count = (t: 0 | 1 | 2) =>
        poisson(
          stream,
          spend *
            Math.exp(
              world.level[t] + level + departures[t]! + (world.dailyRows > 0 ? 0.25 * normal(stream) : 0),
            ),
        )
      rows.push({
        ...plainUnit,
        unitId: `order ${order}`,
        accountId: `account ${account}`,
        videoId: `video ${video}`,
        start: start + day,
        end: world.dailyRows > 0 ? start + day : start + 2,
        spend,
        impressions: count(0),
        reach: null,
        linkClicks: count(1),
        conversions: count(2),
      })
    }
  }
  return rows
}
