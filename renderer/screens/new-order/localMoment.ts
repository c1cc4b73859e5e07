const hourMs = 3_600_000

/** Date and time some hours after a local start, without a clock change in between. */
export function localMoment(
  startsAt: string,
  hours: number,
): { readonly date: string; readonly time: string } {
  const moment = new Date(Date.parse(`${startsAt.slice(0, 16)}:00Z`) + hours * hourMs).toISOString()
  return { date: moment.slice(0, 10), time: moment.slice(11, 16) }
}
