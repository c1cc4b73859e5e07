import { restoreWorkspace, revertRestore } from '../../db/restoreWorkspace.ts'
import { answer, type Outcome, refusal } from './outcome.ts'

type Options = {
  readonly data: string
  readonly from?: string | undefined
  readonly undo?: boolean | undefined
}

/** Restores a backup, or takes the last restore back. */
export function restoreOutcome({ data, from, undo = false }: Options, json: boolean): Outcome {
  if ((from === undefined) === !undo) {
    const expected = 'either --from FILE or --undo'
    const received = undo ? 'both' : 'neither'
    const problems = [{ path: '', expected, received }]
    return refusal(
      { subject: 'foreclick restore', failure: { code: 'bad_input', message: expected, problems } },
      json,
    )
  }
  const now = Date.now()
  const restored = from === undefined ? revertRestore(data, now) : restoreWorkspace(data, { from, now })
  if (!restored.ok) return refusal({ subject: '', failure: restored.failure }, json)
  const { file, replaced } = restored.value
  const kept =
    replaced === undefined ? 'There was no database before.' : `What was there is kept in ${replaced}.`
  const report = `${data} is ${file} now. ${kept}\n`
  return answer(
    { status: 0, value: { ok: true, ...restored.value, replaced: replaced ?? null }, report },
    json,
  )
}
