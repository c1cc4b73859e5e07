import type { KeyObject } from 'node:crypto'

import { closePack, type Files, resealed } from './forgePack.ts'

export type Forgery = {
  readonly name: string
  readonly forge: (files: Files, key: KeyObject) => Uint8Array
  /** What is known beside the pack. */
  readonly knows?: 'checkpoint' | 'key'
  readonly code: string
  /** The first bad entry. */
  readonly entry: string | RegExp
  readonly message: RegExp
}

function replacedEntry(pack: Uint8Array, change: (view: DataView, central: number) => void): Uint8Array {
  const bytes = pack.slice()
  const view = new DataView(bytes.buffer)
  const central = view.getUint32(bytes.length - 6, true)
  change(view, central)
  return bytes
}

/** Puts another name of the same length into both headers of the first entry, README.txt. */
function renamed(files: Files, name: string): Uint8Array {
  return replacedEntry(closePack(files), (view, central) => {
    const write = (at: number) => Buffer.from(name).forEach((byte, i) => view.setUint8(at + i, byte))
    write(central + 46)
    write(30)
  })
}

/** What is wrong with the ZIP, or with which files are in it. */
export const forgedZips: readonly Forgery[] = [
  {
    name: 'zip bomb by its own account',
    forge: files => closePack({ ...files, 'README.txt': '0'.repeat(4_000_000) }),
    code: 'zip_bomb',
    entry: 'README.txt',
    message: /claim to unpack to 4000000: a zip bomb/,
  },
  {
    name: 'zip bomb that claims to be small',
    forge: files =>
      replacedEntry(closePack({ ...files, 'README.txt': '0'.repeat(4_000_000) }), (view, central) =>
        view.setUint32(central + 24, 1000, true),
      ),
    code: 'zip_bomb',
    entry: 'README.txt',
    message: /holds more than the 1000 bytes that it claims/,
  },
  {
    name: 'path traversal',
    forge: files => renamed(files, '../../E.txt'.slice(0, 10)),
    code: 'name',
    entry: '"../../E.tx"',
    message: /path traversal/,
  },
  {
    name: 'path from the root',
    forge: files => renamed(files, '/etc/passw'),
    code: 'name',
    entry: '"/etc/passw"',
    message: /path traversal/,
  },
  {
    name: 'missing file',
    forge: ({ 'records/ledger.jsonl': _gone, ...rest }) => closePack(rest),
    code: 'missing_file',
    entry: 'records/ledger.jsonl',
    message: /missing from the pack/,
  },
  {
    name: 'file put in',
    forge: files => closePack({ ...files, 'csv/more.csv': 'a' }),
    code: 'unlisted_file',
    entry: 'csv/more.csv',
    message: /put into the pack after it was signed/,
  },
  {
    name: 'wrong version',
    forge: (files, key) =>
      closePack(
        resealed(
          { ...files, 'manifest.json': files['manifest.json']!.replace('"version":1', '"version":2') },
          key,
        ),
      ),
    code: 'version',
    entry: 'manifest.json',
    message: /the pack has version 2: use a newer verifier/,
  },
  {
    name: 'change the manifest',
    forge: files =>
      closePack({ ...files, 'manifest.json': files['manifest.json']!.replace('"orders":3', '"orders":4') }),
    code: 'signature',
    entry: 'manifest.json',
    message: /changed after it was signed/,
  },
  {
    name: 'duplicate name',
    forge: files => {
      const twice = { ...files, 'csv/orders.csX': files['csv/orders.csv']! }
      const pack = closePack(twice)
      const text = Buffer.from(pack).toString('latin1').replaceAll('csv/orders.csX', 'csv/orders.csv')
      return Uint8Array.from(Buffer.from(text, 'latin1'))
    },
    code: 'duplicate_name',
    entry: 'csv/orders.csv',
    message: /more than once/,
  },
  {
    name: 'unknown compression',
    forge: files =>
      replacedEntry(closePack(files), (view, central) => view.setUint16(central + 10, 12, true)),
    code: 'compression',
    entry: 'README.txt',
    message: /compression method 12 is not known/,
  },
  {
    name: 'something after the end',
    forge: files => Uint8Array.from([...closePack(files), 1, 2, 3]),
    code: 'not_a_zip',
    entry: '',
    message: /with nothing after it/,
  },
]
