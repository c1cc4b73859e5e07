import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

import type { Problem, Result } from '../../core/contract/failure.ts'
import { errorCode } from './errorCode.ts'

const megabyte = 1024 * 1024

/** The text of a file that a person wrote and named, or why there is none; `what` names it, as in "a market profile". */
export async function readInput(file: string, what: string, mostMb = 1): Promise<Result<string>> {
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes would wait for ever.
    await using handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const { size } = await handle.stat()
    if (size > mostMb * megabyte)
      return badInput([problem(`${what} of at most ${mostMb} MB`, `${size} bytes`)])
    const bytes = await handle.readFile()
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    return badInput([problem(`${what} that can be read`, reasonOf(error))])
  }
}

/** The failure of a file with these problems. */
export function badInput(problems: readonly Problem[]) {
  const message = 'the file is not what is expected'
  return { ok: false, failure: { code: 'bad_input', message, problems: [...problems] } } as const
}

function problem(expected: string, received: string): Problem {
  return { path: '', expected, received }
}

function reasonOf(error: unknown): string {
  const code = errorCode(error)
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no file of that name',
    EISDIR: 'a folder',
    EACCES: 'a file that may not be read',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'bytes that are not UTF-8 text',
  }
  return known[code] ?? `a file that cannot be read (${code})`
}
