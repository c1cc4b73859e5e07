import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import type { Failure, Result } from '../../core/contract/failure.ts'
import { stopSignal } from '../web/stopSignal.ts'
import { errorCode } from './errorCode.ts'
import { fillDemo } from './fillDemo.ts'
import { answer, type Outcome, refusal } from './outcome.ts'

/**
 * Makes a demo workspace in `folder`, which must not exist or be empty. It is made beside the folder and moved there when
 * it is whole, so that a stop or a fault in the middle leaves nothing.
 */
export async function demoOutcome(folder: string, json: boolean): Promise<Outcome> {
  const target = resolve(folder)
  const stop = stopSignal()
  const beside = folderBeside(target)
  if (!beside.ok) return refusal({ subject: folder, failure: beside.failure }, json)
  try {
    const filled = await fillDemo(beside.value, stop)
    if (!filled.ok) return refusal({ subject: '', failure: filled.failure }, json)
    moveInto(beside.value, target)
  } finally {
    rmSync(beside.value, { recursive: true, force: true })
  }
  const report = `The demo workspace is in ${folder}. Open it with: foreclick serve --data ${folder}\n`
  return answer({ status: 0, value: { ok: true, data: target }, report }, json)
}

function folderBeside(target: string): Result<string> {
  try {
    const entries = entriesOf(target)
    if (entries > 0) return { ok: false, failure: expected(`a folder with ${entries} entries`, 'conflict') }
    mkdirSync(dirname(target), { recursive: true })
    return { ok: true, value: mkdtempSync(join(dirname(target), `.${basename(target)}-partial-`)) }
  } catch (error) {
    const code = errorCode(error)
    return {
      ok: false,
      failure: expected(code === 'ENOTDIR' ? 'a file' : `one that cannot be written (${code})`, 'bad_input'),
    }
  }
}

function entriesOf(folder: string): number {
  try {
    return readdirSync(folder).length
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0
    throw error
  }
}

function expected(received: string, code: Failure['code']): Failure {
  const wanted = 'a new or empty folder'
  const message = `expected ${wanted}, received ${received}`
  return { code, message, problems: [{ path: '--data', expected: wanted, received }] }
}

function moveInto(from: string, target: string): void {
  // Fails when something has come into the folder since, and then nothing is moved.
  rmdirSyncIfThere(target)
  renameSync(from, target)
}

function rmdirSyncIfThere(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
