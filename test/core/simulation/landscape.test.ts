import { expect, test } from 'vitest'

import { bidIndex, logNormalLandscape, priceAt } from '../../../core/simulation/landscape.ts'
import { Stream } from '../../../core/simulation/stream.ts'

const landscape = logNormalLandscape(0.8, 0.3, 4)

test('DE4: the mean price of what the ordinary bid wins is the order level, and it wins the base share', () => {
  expect(landscape.meanPrice[0]).toBeCloseTo(1, 9)
  expect(landscape.winRate[0]).toBeCloseTo(0.3, 9)
})

test.each([1, 1.5, 2.7, 4])(
  'DE4: at bid multiplier %s win rate and price moments are those of drawn auctions',
  bid => {
    const stream = new Stream(3, 1)
    stream.seek(0, 0)
    const auctions = 200_000
    let wins = 0
    let sum = 0
    let squares = 0
    for (let i = 0; i < auctions; i++) {
      const price = priceAt(landscape, stream.uniform())
      if (price >= landscape.baseBid * bid) continue
      wins++
      sum += price
      squares += price * price
    }
    const index = Math.round(bidIndex(landscape, bid))
    const mean = sum / wins
    expect(Math.abs(wins / auctions - landscape.winRate[index]!)).toBeLessThan(0.005)
    expect(Math.abs(mean - landscape.meanPrice[index]!)).toBeLessThan(0.01)
    expect(Math.abs(Math.sqrt(squares / wins - mean * mean) - landscape.priceSd[index]!)).toBeLessThan(0.01)
  },
)

test('DE5: a higher bid never wins less and never pays less on average', () => {
  for (let i = 1; i < landscape.winRate.length; i++) {
    expect(landscape.winRate[i]).toBeGreaterThanOrEqual(landscape.winRate[i - 1]!)
    expect(landscape.meanPrice[i]).toBeGreaterThanOrEqual(landscape.meanPrice[i - 1]!)
  }
})
