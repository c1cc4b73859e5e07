import type { DocumentBlock, DocumentColumn } from './documentContent.ts'
import { asArtifact, drawRule, type Element, ink, page, type Pdf, type Sheet, width } from './sheet.ts'

const nameShare = 0.22
const gap = 4

type Cell = {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly tag: 'TH' | 'TD'
  readonly scope?: 'Row' | 'Column'
  readonly strong?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'right'
}

const cellSize = 9

function scopeOf(scope: Cell['scope']): object {
  return scope === undefined ? {} : { scope }
}

function rowHeight(pdf: Pdf, cells: readonly Cell[]): number {
  return Math.max(
    ...cells.map(({ text, width: wide, strong }) =>
      pdf
        .font(strong === true ? 'strong' : 'regular')
        .fontSize(cellSize)
        .heightOfString(text === '' ? ' ' : text, { width: wide }),
    ),
  )
}

function drawCells(
  pdf: Pdf,
  { cells, y }: { readonly cells: readonly Cell[]; readonly y: number },
  row?: Element,
): void {
  for (const { text, x, width: wide, tag, scope, strong, colour = ink.first, align = 'left' } of cells) {
    const draw = () => {
      pdf
        .font(strong === true ? 'strong' : 'regular')
        .fontSize(cellSize)
        .fillColor(colour)
        .text(text, x, y, { width: wide, align })
    }
    if (row === undefined) asArtifact(pdf, draw)
    else row.add(pdf.struct(tag, { ...scopeOf(scope) }, draw))
  }
}

/** Names and their values, one beside the other. */
export function drawFacts(
  { pdf, root, printable }: Sheet,
  rows: readonly (readonly [string, string])[],
): void {
  const table = pdf.struct('Table')
  root.add(table)
  const valueX = page.side + width * nameShare
  const drawn = rows.map(([name, value]) => {
    const cells: Cell[] = [
      {
        text: printable(name),
        x: page.side,
        width: width * nameShare - 10,
        tag: 'TH',
        scope: 'Row',
        colour: ink.second,
      },
      { text: printable(value), x: valueX, width: width * (1 - nameShare), tag: 'TD' },
    ]
    return { cells, height: rowHeight(pdf, cells) }
  })
  for (const [place, { cells, height }] of drawn.entries()) {
    if (!fits(pdf, drawn, place)) pdf.addPage()
    addRow(pdf, { table, cells, height })
  }
  table.end()
  pdf.y += 4
}

/** Whether a row has room on this page; the last but one only with the last, which would stand alone on the next. */
function fits(pdf: Pdf, rows: readonly { readonly height: number }[], place: number): boolean {
  const together = rows.slice(place, place === rows.length - 2 ? undefined : place + 1)
  const height = together.reduce((sum, row) => sum + row.height + gap, -gap)
  return pdf.y + height <= page.height - page.bottom
}

function addRow(
  pdf: Pdf,
  {
    table,
    cells,
    height,
  }: { readonly table: Element; readonly cells: readonly Cell[]; readonly height: number },
): void {
  const { y } = pdf
  const row = pdf.struct('TR')
  table.add(row)
  drawCells(pdf, { cells, y }, row)
  row.end()
  pdf.y = y + height + gap
}

/** A table whose head stands on each of its pages. */
export function drawTable(
  { pdf, root, printable }: Sheet,
  { columns, rows }: Extract<DocumentBlock, { kind: 'table' }>,
): void {
  const table = pdf.struct('Table')
  root.add(table)
  const cellsOf = (texts: readonly string[], heading: boolean) =>
    cellsIn(columns, texts.map(printable), heading)
  const heads = cellsOf(
    columns.map(({ title }) => title),
    true,
  )
  const headHeight = rowHeight(pdf, heads)
  addRow(pdf, { table, cells: heads, height: headHeight })
  drawRule(pdf)
  const drawn = rows.map(texts => {
    const cells = cellsOf(texts, false)
    return { cells, height: rowHeight(pdf, cells) }
  })
  for (const [place, { cells, height }] of drawn.entries()) {
    if (!fits(pdf, drawn, place)) {
      pdf.addPage()
      const { y } = pdf
      drawCells(pdf, { cells: heads, y })
      pdf.y = y + headHeight + gap
      drawRule(pdf)
    }
    addRow(pdf, { table, cells, height })
  }
  table.end()
  pdf.y += 4
}

function cellsIn(columns: readonly DocumentColumn[], texts: readonly string[], heading: boolean): Cell[] {
  let x: number = page.side
  return columns.map(({ share, align = 'left' }, i) => {
    const wide = width * share
    const cell: Cell = {
      text: texts[i] ?? '',
      x,
      width: wide - 8,
      align,
      ...(heading ? { tag: 'TH', scope: 'Column', strong: true, colour: ink.second } : { tag: 'TD' }),
    }
    x += wide
    return cell
  })
}
