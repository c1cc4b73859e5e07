import PdfKit from 'pdfkit'

import type { DocumentBlock, DocumentContent } from './documentContent.ts'
import { readFonts } from './documentFonts.ts'
import { filled } from './documentWriter.ts'
import { drawFacts, drawTable } from './drawTables.ts'
import { drawRule, ink, page, type Pdf, type Sheet, width } from './sheet.ts'

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
