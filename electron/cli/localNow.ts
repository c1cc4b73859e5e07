/** The wall clock of an IANA zone, `2026-12-01T09:00`; comparable with an order's start as text. */
export function localNow(zone: string, epochMs: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(epochMs).replace(' ', 'T')
}
