import { closeSync, openSync, writeSync } from 'node:fs'

import { Zip, ZipDeflate } from 'fflate'

import type { Cell } from '../../../core/exchange/csvText.ts'
import type { ExportTable } from '../../../db/exportPages.ts'

/** The rows that one sheet of a workbook can have, its header included. */
const sheetRows = 1_048_576
/** Of what is written at once. */
const pieceLength = 512 * 1024
const encoder = new TextEncoder()

/**
 * Writes a table as a workbook: strings in their cells, numbers as numbers, more sheets where one is full. Parts are packed
 * while they are made, so that memory does not grow with the rows.
 */
export function writeXlsx(
  file: string,
  name: string,
  table: ExportTable,
  step: (fraction: number) => void,
): number {
  const handle = openSync(file, 'wx', 0o600)
  try {
    const zip = new Zip((error, piece) => {
      if (error) throw error
      writeSync(handle, piece)
    })
    const rows = new SheetWriter(zip, table.columns)
    for (const page of table.rows) {
      for (const row of page) rows.add(row)
      step(rows.count / Math.max(1, table.count))
    }
    const sheets = rows.end()
    for (const [path, xml] of workbookParts(name, sheets)) addPart(zip, path).push(encoder.encode(xml), true)
    zip.end()
    return rows.count
  } finally {
    closeSync(handle)
  }
}

function addPart(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 1 })
  zip.add(part)
  return part
}

class SheetWriter {
  private readonly zip: Zip
  private readonly columns: readonly string[]
  private part: ZipDeflate | undefined
  private sheets = 0
  private rowsHere = 0
  private text = ''
  count = 0

  constructor(zip: Zip, columns: readonly string[]) {
    this.zip = zip
    this.columns = columns
    this.begin()
  }

  add(row: readonly Cell[]): void {
    if (this.rowsHere === sheetRows) this.begin()
    this.write(row)
    this.count++
  }

  /** How many sheets there are. */
  end(): number {
    this.flush('</sheetData></worksheet>', true)
    return this.sheets
  }

  private begin(): void {
    if (this.part !== undefined) this.flush('</sheetData></worksheet>', true)
    this.sheets++
    this.rowsHere = 0
    this.part = addPart(this.zip, `xl/worksheets/sheet${this.sheets}.xml`)
    this.text = `${declaration}<worksheet xmlns="${main}"><sheetData>`
    this.write(this.columns)
  }

  private write(row: readonly Cell[]): void {
    this.rowsHere++
    let text = '<row>'
    for (const cell of row) text += cellXml(cell)
    this.text += `${text}</row>`
    if (this.text.length > pieceLength) this.flush('', false)
  }

  private flush(tail: string, isLast: boolean): void {
    this.part?.push(encoder.encode(this.text + tail), isLast)
    this.text = ''
  }
}

/** A cell without a place follows the one before it; a text in it is no formula, whatever it begins with. */
function cellXml(cell: Cell): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

function escaped(text: string): string {
  return needsCare.test(text)
    ? text
        .replace(forbidden, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\r', '&#13;')
    : text
}

// oxlint-disable-next-line no-control-regex -- characters that XML 1.0 has no way to write
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
// oxlint-disable-next-line no-control-regex -- likewise
const needsCare = /[\u0000-\u0008\u000b-\u001f&<>\ufffe\uffff]/

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** All that a workbook needs besides its sheets (ECMA-376). */
function workbookParts(name: string, sheets: number): readonly (readonly [path: string, xml: string])[] {
  const numbers = Array.from({ length: sheets }, (_, i) => i + 1)
  const each = (make: (number: number) => string) => numbers.map(make).join('')
  return [
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        each(
          n => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`,
        ) +
        '</Types>',
    ],
    [
      '_rels/.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">` +
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        each(n => `<sheet name="${name}${n === 1 ? '' : ` ${n}`}" sheetId="${n}" r:id="rId${n}"/>`) +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${declaration}<Relationships xmlns="${packages}/relationships">` +
        each(
          n => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
        ) +
        '</Relationships>',
    ],
  ]
}
