import { isNothing } from './cellText.ts'
import type { Recognition } from './exchangeRow.ts'
import { specOf } from './formats/formats.ts'
import { type ColumnKind, fieldKinds, isField } from './formats/formatSpec.ts'
import { extraKind, plainHeader } from './matchHeaders.ts'
import type { SourceRow } from './sourceRow.ts'

/** A column of a file that is read. */
export type Column = {
  readonly field: string
  readonly header: string
  readonly place: number
  readonly kind: ColumnKind
}

/** The columns that a mapping names, with where they stand among the headers. */
export function columnsOf({
  format,
  headers,
  mapping,
}: Pick<Recognition, 'format' | 'headers' | 'mapping'>): Column[] {
  const spec = specOf(format)
  return Object.entries(mapping).flatMap(([field, header]) => {
    if (header === null) return []
    const place = placeOf(header, headers)
    const kind = isField(field) ? fieldKinds[field] : extraKind(spec, field.replace(/^extra\./, ''))
    return place < 0 ? [] : [{ field, header, place, kind }]
  })
}

export function placeOf(header: string, headers: readonly string[]): number {
  const exact = headers.indexOf(header)
  return exact >= 0 ? exact : headers.findIndex(each => plainHeader(each) === plainHeader(header))
}

/** Words for a total in the languages of exports, alone or with what is summed: `Total: All campaigns`, `Total of 12 results`. */
const totals =
  /^(?:(?:grand|sub|report)[\s-]?)?(?:totals?|total keseluruhan|jumlah(?: total)?|keseluruhan|gesamt|insgesamt|totale|totaal|totaux|suma|razem|toplam|итого|合计|总计|總計|합계|総計)(?=$|\s*[:：(–—-]|\s+(?:of|dari|de|for|untuk)?\s*\d)/iu

/** Whether a row says of itself that it sums others (H23). */
export function callsItselfTotal({ cells }: SourceRow): boolean {
  const first = cells.find(cell => !isNothing(cell.trim()))
  return first !== undefined && first.length < 60 && totals.test(first.trim())
}
