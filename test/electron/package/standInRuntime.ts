import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fuse wire as a runtime has one: the sentinel, version, length, and a character per fuse. */
export function fuseWire(fuses: string): Buffer {
  const wire = [
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, fuses.length]),
    Buffer.from(fuses),
  ]
  return Buffer.concat([Buffer.alloc(5000, 7), ...wire, Buffer.alloc(5000, 9)])
}

/** The fuses as Electron ships them. */
export const shippedFuses = '101100011'

/** A folder that the packager takes for an unpacked Linux runtime. It cannot be started. */
export function standInRuntime(folder: string): string {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'electron'), fuseWire(shippedFuses))
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'version'), '45.4.1')
  writeFileSync(join(folder, 'LICENSE'), 'licence')
  return folder
}
