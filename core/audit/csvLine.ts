/** One line of a CSV file: plain numbers and ISO dates, text cells quoted and never a formula (U20). */
export function csvLine(cells: readonly (number | string | null)[]): string {
  return cells.map(plain).join(',')
}

function plain(value: number | string | null): string {
  if (value === null) return ''
  return typeof value === 'number' ? String(value) : quoted(value)
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
