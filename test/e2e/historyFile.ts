/** A file of delivery history: `units` orders of one creator each day, the last row with more clicks than impressions. */
export function historyFile(units: number): string {
  const header =
    'unit_id,account_id,period_start,period_end,market,currency,platform,objective,creator_id,video_id,audience_kind,age_bands,genders,interests,spend,impressions,reach,link_clicks,conversions'
  const rows = Array.from({ length: units }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)
    const spend = 20 + (i % 7) * 10
    const impressions = spend * (90 + ((i * 37) % 41))
    const clicks = Math.round(impressions * (0.01 + ((i * 13) % 11) / 1000))
    const orders = Math.round(clicks * 0.03)
    return `u${i},acc,${day},${day},GB,GBP,tiktok,,c${i % 3},v${i % 9},automatic,,,,${spend},${impressions},,${clicks},${orders}`
  })
  const impossible = `bad,acc,2026-01-01,2026-01-01,GB,GBP,tiktok,,c1,v1,automatic,,,,10,100,,900,0`
  return `${[header, ...rows, impossible].join('\n')}\n`
}
