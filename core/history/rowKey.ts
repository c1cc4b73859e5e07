import type { HistoryRow } from '../calibration/history.ts'

/**
 * A number of 53 bits that two rows share when they are the same: of one unit, account, audience and period, with the same
 * counts. A file of a million rows has two different rows with one number once in some 18,000 files.
 */
export function rowKey(row: HistoryRow): number {
  const { unitId, accountId, ageBands, genders, interests, start, end } = row
  const { impressions, reach, linkClicks, conversions } = row
  const who = `${unitId}\n${accountId}\n${ageBands}\n${genders}\n${interests}`
  const text = `${who}\n${start}\n${end}\n${impressions}\n${reach}\n${linkClicks}\n${conversions}`
  return hash53(text)
}

/** Two multiplicative hashes side by side (cyrb53). */
function hash53(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}
