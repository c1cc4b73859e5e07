import { readFileSync } from 'node:fs'

import { parse } from 'csv-parse/sync'

import type { HistoryRow } from '../../core/calibration/history.ts'

/** Rows of a delivery history in the form of the interfaces, section 4. Only for files that are known to be right. */
export function readHistoryFile(path: string): HistoryRow[] {
  const records: Record<string, string>[] = parse(readFileSync(path), {
    columns: true,
    skip_empty_lines: true,
  })
  return records.map(record => ({
    unitId: record['unit_id'] ?? '',
    accountId: record['account_id'] ?? '',
    start: dayOf(record['period_start']),
    end: dayOf(record['period_end']),
    market: record['market'] ?? '',
    currency: record['currency'] ?? '',
    platform: record['platform'] ?? '',
    objective: record['objective'] ?? '',
    creatorId: record['creator_id'] ?? '',
    videoId: record['video_id'] ?? '',
    audienceKind: record['audience_kind'] ?? '',
    ageBands: record['age_bands'] ?? '',
    genders: record['genders'] ?? '',
    interests: record['interests'] ?? '',
    spend: numberOf(record['spend']),
    impressions: numberOf(record['impressions']),
    reach: numberOf(record['reach']),
    linkClicks: numberOf(record['link_clicks']),
    conversions: numberOf(record['conversions']),
  }))
}

export function dayOf(date: string | undefined): number | null {
  return date ? Math.round(Date.parse(date) / 86_400_000) : null
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text)
}
