import { readFile, stat } from 'node:fs/promises'

import type { Result } from '../../core/contract/failure.ts'
import { inflateLimited } from '../backend/evidence/inflateLimited.ts'
import { reportLines } from '../backend/evidence/verifier/report.mjs'
import { verifyPack } from '../backend/evidence/verifier/verifyPack.mjs'
import { errorCode } from './errorCode.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readInput } from './readInput.ts'

/** Node reads no more of a file at once. */
const mostBytes = 2 ** 31 - 1

type Options = {
  readonly pack: string
  readonly checkpoint?: string | undefined
  readonly key?: string | undefined
}

/** Status 0 for a sound pack, 1 for one that is not, with its first bad entry; 2 where there is none to look at. */
export async function verifyOutcome({ pack, checkpoint, key }: Options, json: boolean): Promise<Outcome> {
  const kept = checkpoint === undefined ? undefined : await readInput(checkpoint, 'a checkpoint')
  if (kept?.ok === false) return refusal({ subject: checkpoint ?? '', failure: kept.failure }, json)
  const bytes = await readPack(pack)
  if (!bytes.ok) return refusal({ subject: pack, failure: bytes.failure }, json)
  const verdict = await verifyPack(bytes.value, {
    checkpoint: kept?.value,
    keyId: key,
    inflate: inflateLimited,
  })
  return answer(
    { status: verdict.ok ? 0 : 1, value: verdict, report: `${reportLines(pack, verdict).join('\n')}\n` },
    json,
  )
}

async function readPack(file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(file)
    if (size <= mostBytes) return { ok: true, value: await readFile(file) }
    return unreadable(`a pack of at most ${mostBytes} bytes`, `${size} bytes`)
  } catch (error) {
    return unreadable('an evidence pack that can be read', errorCode(error))
  }
}

function unreadable(expected: string, received: string) {
  const problems = [{ path: '', expected, received }]
  return { ok: false, failure: { code: 'bad_input', message: expected, problems } } as const
}
