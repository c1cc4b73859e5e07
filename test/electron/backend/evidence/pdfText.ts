/** What a reader gets out of an uncompressed PDF: the text of each drawn run by way of the fonts' own tables, joined. */
export function pdfText(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1')
  const objects = new Map(
    [...source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [id, body]),
  )
  const letters = new Map<string, ReadonlyMap<string, string>>()
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g))
      letters.set(name, lettersOf(objects, objects.get(id) ?? ''))
  let text = ''
  let font: ReadonlyMap<string, string> | undefined
  for (const [, name, run] of source.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/g)) {
    if (name !== undefined) font = letters.get(name)
    for (const [, glyphs = ''] of (run ?? '').matchAll(/<([0-9a-f]*)>/g))
      text += (glyphs.match(/.{4}/g) ?? []).map(glyph => font?.get(glyph) ?? '\uFFFD').join('')
  }
  return text
}

function lettersOf(objects: ReadonlyMap<string, string>, font: string): ReadonlyMap<string, string> {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '') ?? ''
  const letters = new Map<string, string>()
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [i, [, units = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (parseInt(from, 16) + i).toString(16).padStart(4, '0')
      letters.set(glyph, Buffer.from(units.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'))
    }
  return letters
}
