import { readXml } from './readXml.ts'
import type { WorkbookZip } from './workbookZip.ts'
import { zipLimits } from './workbookZip.ts'

/** Formats of Excel's own that show a date; 18 to 21 and 45 to 47 show a time of day alone. */
const builtIn = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** For each style of a workbook whether it shows a number as a date. */
export async function dateStyles(zip: WorkbookZip, name: string): Promise<readonly boolean[]> {
  const part = 'xl/styles.xml'
  if (!zip.has(part)) return []
  const { stream } = await zip.open(part, zipLimits.partBytes)
  const dates = new Set<number>()
  const styles: boolean[] = []
  let isInCells = false
  const onOpen = (tag: string, attributes: Readonly<Record<string, string>>) => {
    const id = Number(attributes['numFmtId'])
    if (tag === 'cellXfs') isInCells = true
    else if (tag === 'numFmt' && showsDate(attributes['formatCode'] ?? '')) dates.add(id)
    else if (tag === 'xf' && isInCells) styles.push(builtIn(id) || dates.has(id))
  }
  const onClose = (tag: string) => {
    if (tag === 'cellXfs') isInCells = false
  }
  for await (const _ of readXml(stream, name, part, { onOpen, onClose })) continue
  return styles
}

/** Whether a format has a day or a year outside of its quoted words, colours and locales. */
export function showsDate(format: string): boolean {
  return /[yd]/i.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
