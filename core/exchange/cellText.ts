/** `--`, `-`, `N/A` and the like mean that there is nothing, and never zero (H32). */
const nothing = new Set([
  '',
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'na',
  '#n/a',
  'null',
  'none',
  'nan',
  'tidak ada',
  'tidak tersedia',
])

export function isNothing(text: string): boolean {
  return text === '' || (text.length <= 14 && nothing.has(text.toLowerCase()))
}

/** A count that the platform hides because it is small, like `<5` (H31). */
export function isCensored(text: string): boolean {
  return /^[<≤]\s*\d+$/.test(text)
}

/**
 * An id as text: 19 digits are more than a number holds (H30). Bulk sheets write `id:` before it, spreadsheets `.0` after
 * it and an apostrophe before.
 */
export function idOf(text: string): string | null {
  const bare = text
    .replace(/^'/, '')
    .replace(/^id:\s*/i, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .trim()
  return isNothing(bare) ? null : bare
}

/** An id that a spreadsheet rounded, like `1.72938E+18`: its last digits are lost. */
export function isRoundedId(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)
}

/** A text as it was before an export put an apostrophe in front of what a spreadsheet would take for a formula (U20). */
export function unescaped(text: string): string {
  return text.charCodeAt(0) === 39 && /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
