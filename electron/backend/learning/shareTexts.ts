import type { HistoryRow } from '../../../core/calibration/history.ts'

/** Rows say the same few words over and over, and each reading makes them anew: kept once, a history takes a third of the memory. */
export function shareTexts(): (row: HistoryRow) => HistoryRow {
  const known = new Map<string, string>()
  const one = (text: string): string => {
    const first = known.get(text)
    if (first !== undefined) return first
    known.set(text, text)
    return text
  }
  return row => ({
    ...row,
    unitId: one(row.unitId),
    accountId: one(row.accountId),
    market: one(row.market),
    currency: one(row.currency),
    platform: one(row.platform),
    objective: one(row.objective),
    creatorId: one(row.creatorId),
    videoId: one(row.videoId),
    audienceKind: one(row.audienceKind),
    ageBands: one(row.ageBands),
    genders: one(row.genders),
    interests: one(row.interests),
  })
}
