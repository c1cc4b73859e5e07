import type { Coded, Encoded } from './encode.ts'
import { takeFloats, takeInts } from './take.ts'

/** The given rows alone, with only the values that they have: what is done with a part costs no more than the part. */
export function thin(data: Encoded, rows: Int32Array): Encoded {
  const pick = (column: Float64Array) => takeFloats(column, rows)
  return {
    ...data,
    size: rows.length,
    units: recode(data.units, rows),
    currencies: { names: data.currencies.names, of: takeInts(data.currencies.of, rows) },
    levels: data.levels.map(level => recode(level, rows)),
    logSpend: pick(data.logSpend),
    lnDays: pick(data.lnDays),
    hasNoEnd: pick(data.hasNoEnd),
    day: pick(data.day),
    start: pick(data.start),
    end: pick(data.end),
    weekday: takeInts(data.weekday, rows),
    counts: {
      impressions: pick(data.counts.impressions),
      linkClicks: pick(data.counts.linkClicks),
      conversions: pick(data.counts.conversions),
    },
    priorMean: {
      impressions: pick(data.priorMean.impressions),
      linkClicks: pick(data.priorMean.linkClicks),
      conversions: pick(data.priorMean.conversions),
    },
  }
}

/** Values keep their order, so that names stay sorted. */
function recode({ names, of }: Coded, rows: Int32Array): Coded {
  const used = new Uint8Array(names.length)
  for (const row of rows) if (of[row]! >= 0) used[of[row]!] = 1
  const place = new Int32Array(names.length)
  const kept: string[] = []
  for (let i = 0; i < names.length; i++) {
    place[i] = kept.length
    if (used[i]) kept.push(names[i]!)
  }
  return { names: kept, of: rows.map(row => (of[row]! < 0 ? -1 : place[of[row]!]!)) }
}
