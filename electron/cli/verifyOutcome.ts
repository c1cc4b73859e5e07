import type { Result } from '../../core/contract/failure.ts'
import { openFileSource } from '../backend/evidence/verifier/fileSource.mjs'
import { reportLines } from '../backend/evidence/verifier/report.mjs'
import { verifyPack } from '../backend/evidence/verifier/verifyPack.mjs'
import { errorCode } from './errorCode.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readInput } from './readInput.ts'

type Options = {
  readonly pack: string
  readonly checkpoint?: string | undefined
  readonly key?: string | undefined
}

/** Status 0 for a sound pack, 1 for one that is not, with its first bad entry; 2 where there is none to look at. */
export async function verifyOutcome({ pack, checkpoint, key }: Options, json: boolean): Promise<Outcome> {
  const kept = checkpoint === undefined ? undefined : await readInput(checkpoint, 'a checkpoint')
  if (kept?.ok === false) return refusal({ subject: checkpoint ?? '', failure: kept.failure }, json)
  const source = openPack(pack)
  if (!source.ok) return refusal({ subject: pack, failure: source.failure }, json)
  const verdict = await verifyPack(source.value, { checkpoint: kept?.value, keyId: key })
  source.value.close()
  return answer(
    { status: verdict.ok ? 0 : 1, value: verdict, report: `${reportLines(pack, verdict).join('\n')}\n` },
    json,
  )
}

function openPack(file: string): Result<ReturnType<typeof openFileSource>> {
  try {
    return { ok: true, value: openFileSource(file) }
  } catch (error) {
    const expected = 'an evidence pack that can be read'
    const problems = [{ path: '', expected, received: errorCode(error) }]
    return { ok: false, failure: { code: 'bad_input', message: expected, problems } }
  }
}
