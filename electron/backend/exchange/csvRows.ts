import type { SourceRow } from '../../../core/exchange/sourceRow.ts'
import { say } from '../../../core/words/say.ts'
import { CsvSplitter } from './csvSplitter.ts'
import { fault } from './exchangeFault.ts'
import { type Reading, steadyBytes } from './steadyFile.ts'

export type CsvShape = { readonly delimiter: string; readonly encoding: string }

/** The rows of a CSV file, some hundreds at a time, in memory that does not grow with it. */
export async function* csvRows(
  path: string,
  name: string,
  { delimiter, encoding }: CsvShape,
  reading: Reading = {},
): AsyncGenerator<readonly SourceRow[]> {
  const splitter = new CsvSplitter(delimiter)
  const decode = createDecoder(name, encoding)
  let line = 1
  for await (const chunk of steadyBytes(path, name, reading)) {
    const rows = splitter.push(decode(chunk, line))
    check(splitter, name)
    line = rows.at(-1)?.line ?? line
    if (rows.length > 0) yield rows
  }
  const rows = [...splitter.push(decode(undefined, line)), ...splitter.end()]
  check(splitter, name)
  if (rows.length > 0) yield rows
}

function check({ fault: found }: CsvSplitter, name: string): void {
  if (found === undefined) return
  const { line, expected, received } = found
  throw fault(name, say('line {{line}}', { line }), {
    expected,
    received,
    hint: say('the file may be cut off; export it again'),
  })
}

/** Turns pieces of bytes into text; undefined ends the file. Fails on what is no text of the encoding. */
export function createDecoder(
  name: string,
  encoding: string,
): (chunk: Buffer | undefined, line: number) => string {
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (chunk, line) => {
    let text: string
    try {
      text = chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      throw fault(name, say('after line {{line}}', { line }), {
        expected: say('{{encoding}} text', { encoding: encoding.toUpperCase() }),
        received:
          chunk === undefined
            ? say('a character that is cut off')
            : say('bytes that are not {{encoding}} text', { encoding: encoding.toUpperCase() }),
        hint: say('save the file as UTF-8, or choose encoding windows-1252'),
      })
    }
    if (text.includes('\0'))
      throw fault(name, say('after line {{line}}', { line }), {
        expected: say('text'),
        received: say('NUL bytes'),
        hint: say(
          'the file is damaged, or UTF-16 without its mark; export it again, or choose encoding utf-16le',
        ),
      })
    return text
  }
}
