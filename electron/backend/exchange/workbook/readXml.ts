import type { Readable } from 'node:stream'

import sax from 'sax'

import { say } from '../../../../core/words/say.ts'
import { ExchangeFault, fault } from '../exchangeFault.ts'

export type XmlEvents = {
  /** Tags come without their prefix, attributes with it. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly onClose?: (name: string) => void
  readonly onText?: (text: string) => void
}

/**
 * Parses the XML of one part of a workbook piece by piece and hands over after each. SECURITY: a document type declaration,
 * by which entities grow or reach other files, is refused; no workbook has one (U21).
 */
export async function* readXml(
  stream: Readable,
  name: string,
  part: string,
  events: XmlEvents,
): AsyncGenerator<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = sax.parser(true, { position: false })
  let wrong: string | undefined
  Object.assign(parser, {
    onopentag: ({ name, attributes }: sax.Tag) => events.onOpen(local(name), attributes),
    onclosetag: (name: string) => events.onClose?.(local(name)),
    ontext: (text: string) => events.onText?.(text),
    oncdata: (text: string) => events.onText?.(text),
    ondoctype: () => (wrong ??= say('a document type declaration')),
    onerror: (error: Error) => (wrong ??= wordsOf(error)),
  })
  const step = (text: string) => {
    try {
      parser.write(text)
    } catch (error) {
      if (error instanceof ExchangeFault) throw error
      wrong ??= wordsOf(error)
    }
    if (wrong !== undefined) throw fault(name, part, { expected: say('XML of a workbook'), received: wrong })
  }
  try {
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue
      step(decoder.decode(chunk, { stream: true }))
      yield chunk.length
    }
    step(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof ExchangeFault) throw error
    const hint = say('the file is damaged or cut off; export it again')
    throw fault(name, part, { expected: say('a workbook that can be read'), received: wordsOf(error), hint })
  } finally {
    stream.destroy()
  }
  if (wrong !== undefined) throw fault(name, part, { expected: say('XML of a workbook'), received: wrong })
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
