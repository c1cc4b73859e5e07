import type { Readable } from 'node:stream'

import yauzl, { type Entry, type ZipFile } from 'yauzl'

import { say } from '../../../../core/words/say.ts'
import { ExchangeFault, fault } from '../exchangeFault.ts'

/** SECURITY: what a small file may become when it is unpacked (U21). Sheets shrink some thirty times, bombs a thousand. */
export const zipLimits = {
  entries: 10_000,
  ratio: 200,
  /** Below this a ratio says nothing. */
  smallBytes: 16 * 1024 ** 2,
  partBytes: 16 * 1024 ** 2,
  stringsBytes: 256 * 1024 ** 2,
  sheetBytes: 4 * 1024 ** 3,
} as const

/** The parts of a workbook, each within its limits. */
export type WorkbookZip = {
  readonly has: (part: string) => boolean
  /** Unpacked bytes of a part, and a stream of them. */
  readonly open: (
    part: string,
    mostBytes: number,
  ) => Promise<{ readonly bytes: number; readonly stream: Readable }>
  readonly close: () => void
}

export async function openZip(path: string, name: string): Promise<WorkbookZip> {
  const damaged = (error: unknown) =>
    fault(name, '', {
      expected: say('an Excel workbook'),
      received: say('a ZIP archive that cannot be read: {{reason}}', {
        reason: error instanceof Error ? error.message : String(error),
      }),
      hint: say('the file is damaged or cut off; export it again'),
    })
  let zip: ZipFile
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch (error) {
    throw damaged(error)
  }
  const entries = new Map<string, Entry>()
  try {
    if (zip.entryCount > zipLimits.entries)
      throw fault(name, '', {
        expected: say('at most {{count}} parts', { count: zipLimits.entries }),
        received: say('{{count}} parts', { count: zip.entryCount }),
      })
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
  } catch (error) {
    zip.close()
    throw error instanceof ExchangeFault ? error : damaged(error)
  }
  return {
    has: part => entries.has(part.toLowerCase()),
    open: async (part, mostBytes) => {
      const entry = entries.get(part.toLowerCase())
      if (entry === undefined)
        throw fault(name, '', {
          expected: say('the part {{part}} of a workbook', { part }),
          received: say('an archive without it'),
        })
      checkEntry(entry, name, mostBytes)
      const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw damaged(error)
      })
      return { bytes: entry.uncompressedSize, stream }
    },
    close: () => zip.close(),
  }
}

/** What an entry says of its size is true: more than that is never unpacked (validateEntrySizes). */
function checkEntry(entry: Entry, name: string, mostBytes: number): void {
  const { fileName, uncompressedSize, compressedSize } = entry
  if (entry.isEncrypted())
    throw fault(name, fileName, {
      expected: say('a workbook that can be opened'),
      received: say('an archive that is protected with a password'),
      hint: say('save it without a password'),
    })
  if (uncompressedSize > mostBytes)
    throw fault(name, fileName, {
      expected: say('at most {{count}} bytes unpacked', { count: mostBytes }),
      received: say('{{count}} bytes', { count: uncompressedSize }),
    })
  const ratio = Math.round(uncompressedSize / Math.max(1, compressedSize))
  if (uncompressedSize > zipLimits.smallBytes && ratio > zipLimits.ratio)
    throw fault(name, fileName, {
      expected: say('parts that grow at most {{ratio}} times when they are unpacked', {
        ratio: zipLimits.ratio,
      }),
      received: say('one that grows {{ratio}} times, to {{count}} bytes', { ratio, count: uncompressedSize }),
    })
}
