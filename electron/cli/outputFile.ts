import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import type { Problem, Result } from '../../core/contract/failure.ts'
import { errorCode } from './errorCode.ts'

/** A file may be written here, and is none of those that are read; said before the work begins. */
export function outputProblem(option: string, file: string, inputs: readonly string[]): Problem | undefined {
  const problem = (expected: string, received: string) => ({ path: option, expected, received })
  const path = resolve(file)
  if (inputs.some(input => resolve(input) === path))
    return problem('another file than those that are read', JSON.stringify(file))
  if (!existsSync(dirname(path))) return problem('a file in a folder that exists', JSON.stringify(file))
  if (existsSync(path) && !statSync(path).isFile()) return problem('a file', 'something else of that name')
  return undefined
}

/** Writes pieces of text under another name and then gives the file its own: it is there whole, or as it was. */
export function writeWhole(file: string, pieces: Iterable<string>): Result<null> {
  const partial = `${resolve(file)}.partial-${process.pid}`
  try {
    const handle = openSync(partial, 'wx')
    try {
      for (const piece of pieces) writeSync(handle, piece)
    } finally {
      closeSync(handle)
    }
    renameSync(partial, resolve(file))
    return { ok: true, value: null }
  } catch (error) {
    const message = `${file}: expected a file that can be written (${errorCode(error)})`
    return { ok: false, failure: { code: 'bad_input', message } }
  } finally {
    rmSync(partial, { force: true })
  }
}

/** Lines in pieces of a few thousand. */
export function* piecesOf(header: string, lines: Iterable<string>): Generator<string> {
  let piece = `${header}\n`
  let count = 0
  for (const line of lines) {
    piece += `${line}\n`
    if (++count % 5000 !== 0) continue
    yield piece
    piece = ''
  }
  yield piece
}
