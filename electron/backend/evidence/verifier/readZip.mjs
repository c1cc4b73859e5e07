// A reader for the ZIP files that Foreclick writes, and for no others: what such a file cannot hold is refused by name.
const mostEntries = 2000
const mostBytes = 16 * 1024 * 1024 * 1024
/** Of the table of contents: names of ours are short. */
const mostTableBytes = 1024 * 1024
/** Of a file that is read as a whole. */
const mostTextBytes = 256 * 1024 * 1024
const mostLineLetters = 16 * 1024 * 1024
const localBytes = 30
/** Text of records is packed to a tenth or a fiftieth, never to this. */
const mostRatio = 200
const smallBytes = 1024 * 1024

/** A fault of the pack: a short code, the entry it is about, and words. */
export class Fault extends Error {
  constructor(code, entry, message) {
    super(message)
    this.code = code
    this.entry = entry
  }
}

/**
 * The entries of a ZIP by name, each with its place and what it says of itself; nothing is unpacked. A source has the `size` of the
 * ZIP, and a `read` and an `inflate` of so many bytes from a place on. Throws a Fault.
 */
export async function readZip(source) {
  const { count, offset, size } = await readEnd(source)
  if (count > mostEntries)
    throw new Fault('too_many', '', `${count} entries, at most ${mostEntries} are read`)
  if (size > mostTableBytes)
    throw new Fault('not_a_zip', '', 'the table of contents of the ZIP has another length')
  const view = viewOf(await source.read(offset, size))
  const entries = new Map()
  const names = new Set()
  let at = 0
  let total = 0
  for (let i = 0; i < count; i++) {
    const entry = readCentral(view, at)
    at = entry.next
    checkName(entry.name)
    if (names.has(entry.name.toLowerCase()))
      throw new Fault('duplicate_name', entry.name, 'this name stands in the pack more than once')
    names.add(entry.name.toLowerCase())
    checkSizes(entry)
    total += entry.bytes
    if (total > mostBytes)
      throw new Fault('zip_bomb', entry.name, `the pack unpacks to more than ${mostBytes} bytes`)
    entries.set(entry.name, { ...entry, start: await startOf(source, entry, offset) })
  }
  if (at !== size) throw new Fault('not_a_zip', '', 'the table of contents of the ZIP has another length')
  checkOverlaps([...entries.values()], offset)
  return entries
}

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

async function readEnd(source) {
  const at = source.size - 22
  const view = at < 0 ? undefined : viewOf(await source.read(at, 22))
  if (view?.getUint32(0, true) !== 0x06054b50)
    throw new Fault(
      'not_a_zip',
      '',
      'expected a ZIP file that ends with its table of contents, with nothing after it',
    )
  const count = view.getUint16(10, true)
  const size = view.getUint32(12, true)
  const offset = view.getUint32(16, true)
  if (view.getUint16(8, true) !== count || view.getUint16(20, true) !== 0 || offset + size !== at)
    throw new Fault('not_a_zip', '', 'the end of the ZIP contradicts itself')
  return { count, offset, size }
}

function readCentral(view, at) {
  const end = view.byteLength
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50)
    throw new Fault('not_a_zip', '', 'the table of contents of the ZIP is broken off')
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) throw new Fault('not_a_zip', '', 'the table of contents of the ZIP is broken off')
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    name: textAt(view, at + 46, nameLength),
    nameLength,
    local: view.getUint32(at + 42, true),
    next,
  }
}

function textAt(view, at, length) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      new Uint8Array(view.buffer, view.byteOffset + at, length),
    )
  } catch {
    throw new Fault('name', '', 'a name in the ZIP is not UTF-8')
  }
}

function checkName(name) {
  const parts = name.split('/')
  const isPlain = /^[A-Za-z0-9._/-]{1,200}$/.test(name)
  if (!isPlain || parts.some(part => part === '' || part === '.' || part === '..'))
    throw new Fault(
      'name',
      JSON.stringify(name),
      'this name leads out of the pack, or is none of ours: path traversal',
    )
}

function checkSizes({ name, flags, method, packedBytes, bytes }) {
  if ((flags & 1) !== 0) throw new Fault('compression', name, 'the entry is encrypted')
  if (method !== 0 && method !== 8)
    throw new Fault(
      'compression',
      name,
      `compression method ${method} is not known; expected stored or deflate`,
    )
  if (bytes > mostBytes || (bytes > smallBytes && bytes > mostRatio * packedBytes))
    throw new Fault('zip_bomb', name, `${packedBytes} bytes claim to unpack to ${bytes}: a zip bomb`)
}

/** Where the packed bytes of an entry begin. */
async function startOf(source, { name, nameLength, local, method, packedBytes }, end) {
  const head = Math.max(0, Math.min(localBytes + nameLength, end - local))
  const view = viewOf(await source.read(local, head))
  if (view.byteLength < localBytes || view.getUint32(0, true) !== 0x04034b50)
    throw new Fault('not_a_zip', name, 'there is no entry where the table of contents says')
  const ownLength = view.getUint16(26, true)
  const start = local + localBytes + ownLength + view.getUint16(28, true)
  if (start + packedBytes > end) throw new Fault('not_a_zip', name, 'the entry is longer than the ZIP')
  const isSame = ownLength === nameLength && textAt(view, localBytes, nameLength) === name
  if (!isSame || view.getUint16(8, true) !== method)
    throw new Fault('name', name, 'the entry calls itself something else than the table of contents does')
  return start
}

function checkOverlaps(entries, end) {
  const sorted = entries.toSorted((a, b) => a.local - b.local)
  sorted.forEach(({ name, start, packedBytes }, i) => {
    if (start + packedBytes > (sorted[i + 1]?.local ?? end))
      throw new Fault('zip_bomb', name, 'entries of the ZIP share their bytes: a zip bomb')
  })
}

/** The bytes of an entry, piece by piece. Throws a Fault, and of a bomb as soon as it is one. */
export async function* unpack(entry, source) {
  const { name, bytes, crc } = entry
  const check = createCrc()
  let length = 0
  for await (const piece of unpackedPieces(entry, source)) {
    length += piece.length
    if (length > bytes)
      throw new Fault(
        'zip_bomb',
        name,
        `the entry holds more than the ${bytes} bytes that it claims: a zip bomb`,
      )
    check.add(piece)
    yield piece
  }
  if (length !== bytes) throw new Fault('damaged_entry', name, `expected ${bytes} bytes, got ${length}`)
  if (check.value() !== crc) throw new Fault('damaged_entry', name, 'its checksum in the ZIP is another one')
}

async function* unpackedPieces({ name, method, start, packedBytes }, source) {
  const pieces = method === 8 ? source.inflate(start, packedBytes) : storedPieces(source, start, packedBytes)
  try {
    yield* pieces
  } catch {
    throw new Fault('damaged_entry', name, 'the entry cannot be unpacked')
  }
}

const storedBytes = 65_536

async function* storedPieces(source, start, length) {
  for (let at = 0; at < length; at += storedBytes)
    yield await source.read(start + at, Math.min(storedBytes, length - at))
}

/** The text of an entry, piece by piece. */
async function* textPieces(entry, source) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decoded = piece => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      throw new Fault('damaged_entry', entry.name, 'it is not UTF-8')
    }
  }
  for await (const piece of unpack(entry, source)) yield decoded(piece)
  yield decoded()
}

/** The whole text of an entry that is small. */
export async function textOf(entry, source) {
  if (entry.bytes > mostTextBytes)
    throw new Fault('too_long', entry.name, `${entry.bytes} bytes, at most ${mostTextBytes} are read`)
  let text = ''
  for await (const piece of textPieces(entry, source)) text += piece
  return text
}

/** Lines of an entry as they were written, one by one; the last one ends with a line end too. */
export async function* linesOf(entry, source) {
  const end = entry.name.endsWith('.csv') ? '\r\n' : '\n'
  let text = ''
  for await (const piece of textPieces(entry, source)) {
    text += piece
    let from = 0
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, from)) {
      yield text.slice(from, at)
      from = at + end.length
    }
    text = text.slice(from)
    if (text.length > mostLineLetters)
      throw new Fault('too_long', entry.name, `a line of more than ${mostLineLetters} letters`)
  }
  if (text !== '') yield text
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function createCrc() {
  let crc = 0xffffffff
  return {
    add(bytes) {
      let value = crc
      for (let i = 0; i < bytes.length; i++) value = crcTable[(value ^ bytes[i]) & 0xff] ^ (value >>> 8)
      crc = value
    },
    value: () => (crc ^ 0xffffffff) >>> 0,
  }
}
