import PdfKit from 'pdfkit'

import type { DocumentBlock, DocumentColumn, DocumentContent } from './documentContent.ts'
import { readFonts } from './documentFonts.ts'
import { filled } from './documentWriter.ts'

type Pdf = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

const page = { width: 595.28, height: 841.89, side: 56, top: 56, bottom: 64 } as const
const width = page.width - 2 * page.side
const ink = { first: '#14171c', second: '#565d6b', line: '#d5dae2', note: '#8a4b00' } as const
const nameShare = 0.26
const gap = 4

/** The library knows it, its types do not yet. */
const beyondTypes: object = { subset: 'PDF/UA' }

/**
 * A document as tagged A4 PDF (PDF/UA). Nothing in it depends on the clock, the host or a compressor of the system: the same
 * content makes the same bytes (L33).
 */
export function renderPdf(content: DocumentContent): Uint8Array {
  const fonts = readFonts()
  const date = new Date(content.at)
  const pdf = new PdfKit({
    size: 'A4',
    margins: { left: page.side, right: page.side, top: page.top, bottom: page.bottom },
    pdfVersion: '1.7',
    ...beyondTypes,
    lang: content.lang,
    tagged: true,
    displayTitle: true,
    compress: false,
    bufferPages: true,
    // Its usual first font is a file beside the library, which a build leaves behind.
    font: '',
    info: {
      Title: content.title,
      Subject: content.subtitle,
      Author: 'Foreclick',
      Creator: 'Foreclick',
      Producer: 'Foreclick',
      CreationDate: date,
      ModDate: date,
    },
  })
  pdf.registerFont('regular', fonts.regular)
  pdf.registerFont('strong', fonts.strong)
  const printable = printableBy(pdf)
  const root = pdf.struct('Document', { title: content.title })
  pdf.addStructure(root)
  const sheet = { pdf, root, printable }
  drawTitle(sheet, content)
  for (const block of content.blocks) drawBlock(sheet, block)
  root.end()
  drawFeet(sheet, content)
  pdf.end()
  return bytesOf(pdf)
}

type Sheet = { readonly pdf: Pdf; readonly root: Element; readonly printable: (text: string) => string }

/** A letter that the typeface lacks would be drawn as an empty box and read as nothing. */
function printableBy(pdf: Pdf): Sheet['printable'] {
  pdf.font('regular')
  const font: unknown = Reflect.get(pdf, '_font')
  const inner: unknown = typeof font === 'object' && font !== null ? Reflect.get(font, 'font') : undefined
  const letters: unknown =
    typeof inner === 'object' && inner !== null ? Reflect.get(inner, 'characterSet') : undefined
  const known = new Set<unknown>(Array.isArray(letters) ? letters : [])
  return text => Array.from(text, letter => (known.has(letter.codePointAt(0)) ? letter : '?')).join('')
}

function drawTitle({ pdf, root, printable }: Sheet, { title, subtitle }: DocumentContent): void {
  root.add(
    pdf.struct('H1', {}, () => {
      pdf.font('strong').fontSize(22).fillColor(ink.first).text(printable(title), { width })
    }),
  )
  pdf.moveDown(0.2)
  root.add(
    pdf.struct('P', {}, () => {
      pdf.font('regular').fontSize(12).fillColor(ink.second).text(printable(subtitle), { width })
    }),
  )
  pdf.moveDown(0.6)
}

function drawBlock(sheet: Sheet, block: DocumentBlock): void {
  if (block.kind === 'heading') drawHeading(sheet, block.text)
  else if (block.kind === 'facts') drawFacts(sheet, block.rows)
  else if (block.kind === 'table') drawTable(sheet, block)
  else drawText(sheet, block.text, block.kind === 'note' ? ink.note : ink.first)
}

function drawHeading({ pdf, root, printable }: Sheet, text: string): void {
  // A heading never stands alone at the foot of a page.
  if (pdf.y > page.height - page.bottom - 90) pdf.addPage()
  else pdf.y += 14
  pdf.outline.addItem(printable(text))
  root.add(
    pdf.struct('H2', {}, () => {
      pdf.font('strong').fontSize(13).fillColor(ink.first).text(printable(text), page.side, pdf.y, { width })
    }),
  )
  pdf.y += 2
  drawRule(pdf)
}

function drawText({ pdf, root, printable }: Sheet, text: string, colour: string): void {
  pdf.font('regular').fontSize(10)
  const shown = printable(text)
  if (pdf.y + pdf.heightOfString(shown, { width }) > page.height - page.bottom) pdf.addPage()
  root.add(
    pdf.struct('P', {}, () => {
      pdf
        .font('regular')
        .fontSize(10)
        .fillColor(colour)
        .text(shown, page.side, pdf.y, { width, lineGap: 1.5 })
    }),
  )
  pdf.y += 5
}

/** What is drawn for the eye alone is no part of the text. */
function asArtifact(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' })
  draw()
  pdf.endMarkedContent()
}

function drawRule(pdf: Pdf): void {
  const { y } = pdf
  asArtifact(pdf, () => {
    pdf
      .moveTo(page.side, y)
      .lineTo(page.side + width, y)
      .lineWidth(0.75)
      .strokeColor(ink.line)
      .stroke()
  })
  pdf.y = y + 6
}

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

function drawFacts({ pdf, root, printable }: Sheet, rows: readonly (readonly [string, string])[]): void {
  const table = pdf.struct('Table')
  root.add(table)
  const valueX = page.side + width * nameShare
  for (const [name, value] of rows) {
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
    const height = rowHeight(pdf, cells)
    if (pdf.y + height > page.height - page.bottom) pdf.addPage()
    addRow(pdf, { table, cells, height })
  }
  table.end()
  pdf.y += 4
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

function drawTable(
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
  for (const texts of rows) {
    const cells = cellsOf(texts, false)
    const height = rowHeight(pdf, cells)
    if (pdf.y + height > page.height - page.bottom) {
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

function drawFeet({ pdf, printable }: Sheet, { foot, pageWords }: DocumentContent): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i)
    // Text below the margin would begin a new page.
    pdf.page.margins.bottom = 0
    const y = page.height - page.bottom + 24
    const pages = filled(pageWords, { page: String(i - start + 1), pages: String(count) })
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('regular').fontSize(8).fillColor(ink.second)
    pdf.text(printable(foot), page.side, y, { width: width * 0.75, lineBreak: false })
    pdf.text(pages, page.side + width * 0.75, y, { width: width * 0.25, align: 'right', lineBreak: false })
    pdf.endMarkedContent()
  }
}

/** Everything was written when the document ended; the stream is read at once. */
function bytesOf(pdf: Pdf): Uint8Array {
  const pieces: Buffer[] = []
  for (;;) {
    const piece: unknown = pdf.read()
    if (!Buffer.isBuffer(piece)) break
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
