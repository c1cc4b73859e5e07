import { readXml } from './readXml.ts'
import { type WorkbookZip, zipLimits } from './workbookZip.ts'

/** The texts that the cells of a workbook point to. Rich texts are joined; how they are pronounced is left out. */
export async function sharedStrings(
  zip: WorkbookZip,
  name: string,
  part: string,
): Promise<readonly string[]> {
  if (!zip.has(part)) return []
  const { stream } = await zip.open(part, zipLimits.stringsBytes)
  const strings: string[] = []
  let [text, isText, isPhonetic] = ['', false, false]
  const events = {
    onOpen: (tag: string) => {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') isPhonetic = true
      else if (tag === 't') isText = !isPhonetic
    },
    onClose: (tag: string) => {
      if (tag === 'si') strings.push(text)
      else if (tag === 'rPh') isPhonetic = false
      else if (tag === 't') isText = false
    },
    onText: (more: string) => {
      if (isText) text += more
    },
  }
  for await (const _ of readXml(stream, name, part, events)) continue
  return strings
}
