export type Cell = string | number | null

/**
 * A line of CSV that a spreadsheet cannot take for a formula (U20): a text that begins with `=`, `+`, `-`, `@`, a tab or a
 * line end gets a `'` before it, and so does one that already looks like that, so that it can be taken off again. Numbers
 * stay as they are; an unknown is an empty cell, an empty text too.
 */
export function csvLine(cells: readonly Cell[]): string {
  let line = ''
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) line += ','
    const cell = cells[i]
    if (typeof cell === 'number') line += cell
    else if (typeof cell === 'string') line += quoted(safeText(cell))
  }
  return line
}

/** The text that a spreadsheet shows as it is. */
export function safeText(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** What safeText was given. */
export function plainText(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

const formula = /^'*[=+\-@\t\r\n]/
const special = /[",\r\n]/

function quoted(text: string): string {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
