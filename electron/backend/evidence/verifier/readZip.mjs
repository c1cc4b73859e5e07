// A reader for the ZIP files that Foreclick writes, and for no others: what such a file cannot hold is refused by name.
const mostEntries = 2000
const mostBytes = 1024 * 1024 * 1024
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

/** The entries of a ZIP by name, each with its packed bytes and what it says of itself. Throws a Fault. */
export function readZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, offset, size } = readEnd(view)
  if (count > mostEntries)
    throw new Fault('too_many', '', `${count} entries, at most ${mostEntries} are read`)
  const entries = new Map()
  const names = new Set()
  let at = offset
  let total = 0
  for (let i = 0; i < count; i++) {
    const entry = readCentral(view, at, offset + size)
    at = entry.next
    checkName(entry.name)
    if (names.has(entry.name.toLowerCase()))
      throw new Fault('duplicate_name', entry.name, 'this name stands in the pack more than once')
    names.add(entry.name.toLowerCase())
    checkSizes(entry)
    total += entry.bytes
    if (total > mostBytes)
      throw new Fault('zip_bomb', entry.name, `the pack unpacks to more than ${mostBytes} bytes`)
    entries.set(entry.name, { ...entry, ...packedBytes(view, entry, offset) })
  }
  if (at !== offset + size)
    throw new Fault('not_a_zip', '', 'the table of contents of the ZIP has another length')
  checkOverlaps([...entries.values()], offset)
  return entries
}

function readEnd(view) {
  const at = view.byteLength - 22
  if (at < 0 || view.getUint32(at, true) !== 0x06054b50)
    throw new Fault(
      'not_a_zip',
      '',
      'expected a ZIP file that ends with its table of contents, with nothing after it',
    )
  const count = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 12, true)
  const offset = view.getUint32(at + 16, true)
  if (view.getUint16(at + 8, true) !== count || view.getUint16(at + 20, true) !== 0 || offset + size !== at)
    throw new Fault('not_a_zip', '', 'the end of the ZIP contradicts itself')
  return { count, offset, size }
}

function readCentral(view, at, end) {
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

function packedBytes(view, { name, local, method, packedBytes: length }, end) {
  if (local + 30 > end || view.getUint32(local, true) !== 0x04034b50)
    throw new Fault('not_a_zip', name, 'there is no entry where the table of contents says')
  const nameLength = view.getUint16(local + 26, true)
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  if (start + length > end) throw new Fault('not_a_zip', name, 'the entry is longer than the ZIP')
  if (textAt(view, local + 30, nameLength) !== name || view.getUint16(local + 8, true) !== method)
    throw new Fault('name', name, 'the entry calls itself something else than the table of contents does')
  return { start, packed: new Uint8Array(view.buffer, view.byteOffset + start, length) }
}

function checkOverlaps(entries, end) {
  const sorted = entries.toSorted((a, b) => a.local - b.local)
  sorted.forEach(({ name, start, packed }, i) => {
    if (start + packed.length > (sorted[i + 1]?.local ?? end))
      throw new Fault('zip_bomb', name, 'entries of the ZIP share their bytes: a zip bomb')
  })
}

/** The bytes of an entry. `inflate` unpacks at most so many bytes. Throws a Fault. */
export async function unpack(entry, inflate) {
  const { name, method, packed, bytes, crc } = entry
  let content = packed
  if (method === 8) {
    try {
      content = await inflate(packed, bytes)
    } catch (error) {
      if (error instanceof TooLong)
        throw new Fault(
          'zip_bomb',
          name,
          `the entry holds more than the ${bytes} bytes that it claims: a zip bomb`,
        )
      throw new Fault('damaged_entry', name, 'the entry cannot be unpacked')
    }
  }
  if (content.length !== bytes)
    throw new Fault('damaged_entry', name, `expected ${bytes} bytes, got ${content.length}`)
  if (crcOf(content) !== crc) throw new Fault('damaged_entry', name, 'its checksum in the ZIP is another one')
  return content
}

export class TooLong extends Error {}

/** The way of browsers, and of Node since 20.12. */
export async function inflateStream(packed, limit) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const out = new Uint8Array(limit)
  let length = 0
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read()
    if (done) return out.subarray(0, length)
    if (length + value.length > limit) {
      await reader.cancel()
      throw new TooLong()
    }
    out.set(value, length)
    length += value.length
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crcOf(bytes) {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
