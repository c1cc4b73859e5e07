import type { SourceRow } from '../../../../core/exchange/sourceRow.ts'
import { say } from '../../../../core/words/say.ts'
import { fault, stopped } from '../exchangeFault.ts'
import { checkUnchanged, type Mark, markOf, type Reading } from '../steadyFile.ts'
import { dateStyles } from './cellStyles.ts'
import { readXml } from './readXml.ts'
import { sharedStrings } from './sharedStrings.ts'
import { SheetReader } from './sheetReader.ts'
import { openZip, type WorkbookZip, zipLimits } from './workbookZip.ts'

export type Workbook = {
  readonly serials: 1900 | 1904
  /** Sheets beside the first that is shown, which is the one that is read. */
  readonly otherSheets: readonly string[]
  /** Rows, some hundreds at a time. Closes the workbook at its end. */
  readonly rows: (reading: Reading) => AsyncGenerator<readonly SourceRow[]>
}

type Sheet = { readonly title: string; readonly part: string }

/** Opens an Excel workbook. Its sheet is unpacked and parsed piece by piece; only the texts that cells share are kept whole. */
export async function openWorkbook(path: string, name: string): Promise<Workbook> {
  const before = await markOf(path)
  const zip = await openZip(path, name)
  try {
    if (!zip.has('xl/workbook.xml'))
      throw fault(name, '', {
        expected: say('a CSV file or an Excel workbook'),
        received: say('a ZIP archive that is no workbook'),
      })
    const { sheets, serials, stringsPart } = await partsOf(zip, name)
    const [first, ...others] = sheets
    if (first === undefined)
      throw fault(name, '', { expected: say('a sheet'), received: say('a workbook without one') })
    return {
      serials,
      otherSheets: others.map(({ title }) => title),
      rows: reading => sheetRows({ zip, path, name, before, first, serials, stringsPart }, reading),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

type Opened = {
  readonly zip: WorkbookZip
  readonly path: string
  readonly name: string
  readonly before: Mark
  readonly first: Sheet
  readonly serials: 1900 | 1904
  readonly stringsPart: string
}

async function* sheetRows(
  { zip, path, name, before, first, serials, stringsPart }: Opened,
  { signal, onBytes }: Reading,
): AsyncGenerator<readonly SourceRow[]> {
  try {
    const strings = await sharedStrings(zip, name, stringsPart)
    const reader = new SheetReader({ name, strings, dateStyles: await dateStyles(zip, name), serials })
    const { bytes, stream } = await zip.open(first.part, zipLimits.sheetBytes)
    let read = 0
    for await (const more of readXml(stream, name, first.part, reader)) {
      if (signal?.aborted === true) throw stopped()
      read += more
      const rows = reader.take()
      if (rows.length > 0) yield rows
      onBytes?.(read, bytes)
    }
    const rest = reader.take()
    if (rest.length > 0) yield rest
  } finally {
    zip.close()
  }
  await checkUnchanged(path, name, before)
}

/** The sheets that are shown, in their order, and where their parts are. */
async function partsOf(zip: WorkbookZip, name: string) {
  const targets = new Map<string, string>()
  let stringsPart = 'xl/sharedStrings.xml'
  const relations = 'xl/_rels/workbook.xml.rels'
  await readPart(zip, name, relations, (tag, { Id = '', Target = '', Type = '' }) => {
    if (tag !== 'Relationship') return
    targets.set(Id, partOf(Target))
    if (Type.endsWith('/sharedStrings')) stringsPart = partOf(Target)
  })
  const sheets: Sheet[] = []
  let serials: 1900 | 1904 = 1900
  await readPart(zip, name, 'xl/workbook.xml', (tag, attributes) => {
    const { date1904, state, name: title = '' } = attributes
    if (tag === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) serials = 1904
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
    const part = targets.get(id ?? '')
    if (tag === 'sheet' && part !== undefined && (state ?? 'visible') === 'visible')
      sheets.push({ title, part })
  })
  return { sheets, serials, stringsPart } as { sheets: Sheet[]; serials: 1900 | 1904; stringsPart: string }
}

/** A target is told from the folder of the workbook, or from the root. */
function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
}

async function readPart(
  zip: WorkbookZip,
  name: string,
  part: string,
  onOpen: (tag: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const { stream } = await zip.open(part, zipLimits.partBytes)
  for await (const _ of readXml(stream, name, part, { onOpen })) continue
}
