import { join } from 'node:path'

import { createPackageWithOptions } from '@electron/asar'

import { unpackedFiles } from './unpackedFiles.ts'

/** Makes `app.asar` of an application folder, with what must be plain files in `app.asar.unpacked` beside it. */
export async function makeArchive(app: string, archive: string): Promise<void> {
  const files = unpackedFiles(app).map(path => join(app, path).replaceAll('\\', '/'))
  await createPackageWithOptions(app, archive, { unpack: `{${files.join(',')}}` })
}
