import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import * as v from 'valibot'
import { expect, test } from 'vitest'

import { failure } from '../../core/contract/failure.ts'
import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { listCreators, saveCreator } from '../../db/creators.ts'
import { creatorFields } from './fixtures/samples.ts'
import { valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const outcome = v.object({ saved: v.number(), listed: v.number(), failure })

/** Runs a script with files that may not grow beyond some size: a write beyond it fails, as on a disk that fails. */
function runOnFailingDisk(script: URL, folder: string): v.InferOutput<typeof outcome> {
  const limited = `trap '' XFSZ; ulimit -f 2000; exec "$0" "$@"`
  const args = ['-c', limited, process.execPath, fileURLToPath(script), folder]
  return v.parse(outcome, JSON.parse(execFileSync('sh', args, { encoding: 'utf8' })))
}

test(
  'D8, D23: a disk that refuses a write is told as itself, and keeps what was committed',
  { skip: process.platform === 'win32' },
  () => {
    const folder = temporaryFolder()
    openForTest(folder).close()
    const { saved, listed, failure } = runOnFailingDisk(
      new URL('./fixtures/saveUntilRefused.ts', import.meta.url),
      folder,
    )
    expect(saved).toBeGreaterThan(10)
    expect(listed).toBe(saved)
    expect(failure.code).toBe('internal')
    expect(failure.message).toContain(
      `${join(folder, 'foreclick.db')}: expected a disk that reads and writes, got "disk I/O error" (SQLITE_IOERR`,
    )
    const { reader, writer, close } = openForTest(folder)
    expect(listCreators(reader)).toHaveLength(saved)
    valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
    close()
    expect(valueOf(checkWorkspace(folder))).toMatchObject({ ok: true })
  },
)
