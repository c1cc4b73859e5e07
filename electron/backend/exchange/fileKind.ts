import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'

import { say } from '../../../core/words/say.ts'
import { signatureOf } from '../history/byteCheck.ts'
import { fault } from './exchangeFault.ts'

/** How a file is read: as text in an encoding, or as a workbook. */
export type FileKind = { readonly kind: 'text'; readonly encoding: string } | { readonly kind: 'workbook' }

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const zip = [0x50, 0x4b]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const searchedBytes = 8 * 1024 ** 2
const mostBytes = 4 * 1024 ** 3

/** Tells what a file is by its first bytes, whatever its name ends with. `declared` is the encoding of a text that has no mark. */
export async function kindOf(path: string, name: string, declared?: string | null): Promise<FileKind> {
  if (/^(?:~\$|\.~lock\.)/.test(basename(name)))
    throw fault(name, '', {
      expected: say('an export'),
      received: say('the lock file of a spreadsheet that is open'),
      hint: say('import {{name}}, the file itself', { name: basename(name).replace(/^~\$/, '') }),
    })
  const handle = await opened(path, name)
  try {
    const start = Buffer.alloc(16)
    const { bytesRead } = await handle.read(start, 0, 16, 0)
    return await kindOfStart(start.subarray(0, bytesRead), { handle, name, declared: declared ?? 'utf-8' })
  } finally {
    await handle.close()
  }
}

async function opened(path: string, name: string): Promise<FileHandle> {
  const expected = say('a CSV file or an Excel workbook')
  let handle: FileHandle
  try {
    handle = await open(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw fault(name, '', { expected, received: isMissing ? say('no file of that name') : String(error) })
  }
  const stats = await handle.stat()
  const received = stats.isDirectory()
    ? say('a folder')
    : !stats.isFile()
      ? say('something that is no file')
      : stats.size === 0
        ? say('an empty file')
        : stats.size > mostBytes
          ? say('{{bytes}} bytes, more than 4 GiB', { bytes: stats.size })
          : undefined
  if (received === undefined) return handle
  await handle.close()
  throw fault(name, '', { expected, received })
}

type Opened = { readonly handle: FileHandle; readonly name: string; readonly declared: string }

async function kindOfStart(start: Buffer, { handle, name, declared }: Opened): Promise<FileKind> {
  const startsWith = (bytes: readonly number[]) => bytes.every((byte, i) => start[i] === byte)
  const mark = marks.find(([, bytes]) => startsWith(bytes))
  if (mark !== undefined) return { kind: 'text', encoding: mark[0] }
  if (startsWith(zip)) return { kind: 'workbook' }
  if (startsWith(compoundFile)) throw await compoundFault(handle, name)
  const other = signatureOf(start)
  if (other !== undefined)
    throw fault(name, '', { expected: say('a CSV file or an Excel workbook'), received: other })
  if (encodings.some(each => each === declared)) return { kind: 'text', encoding: declared }
  throw fault(name, 'encoding', {
    expected: say('one of {{names}}', { names: encodings.join(', ') }),
    received: declared,
  })
}

/** Excel wraps a workbook with a password into the same kind of file that it wrote before 2007. */
async function compoundFault(handle: FileHandle, name: string) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(searchedBytes), 0, searchedBytes, 0)
  const holds = (word: string) => buffer.subarray(0, bytesRead).includes(Buffer.from(word, 'utf16le'))
  return holds('EncryptedPackage')
    ? fault(name, '', {
        expected: say('a workbook that can be opened'),
        received: say('a workbook that is protected with a password'),
        hint: say('open it in the spreadsheet program and save it without a password'),
      })
    : fault(name, '', {
        expected: say('a CSV file or an Excel workbook (.xlsx)'),
        received: say('a file of Excel 97 to 2003 (.xls)'),
        hint: say('open it in the spreadsheet program and save it as .xlsx or CSV'),
      })
}
