import { existsSync } from 'node:fs'

import { checkpointFingerprint } from '../../core/audit/checkpoint.ts'
import { keyFingerprint } from '../../core/audit/signedCheckpoint.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { exportCheckpoint } from '../backend/evidence/exportCheckpoint.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem, writeWhole } from './outputFile.ts'

type Options = { readonly data: string; readonly out: string }

/** Exports a checkpoint: the log's size, root, time and key, signed. */
export function checkpointOutcome({ data, out }: Options, json: boolean): Outcome {
  const problem = existsSync(out)
    ? { path: '--out', expected: 'a file that is not there yet', received: JSON.stringify(out) }
    : outputProblem('--out', out, [])
  if (problem !== undefined)
    return refusal(
      {
        subject: 'foreclick checkpoint',
        failure: { code: 'bad_input', message: problem.expected, problems: [problem] },
      },
      json,
    )
  // Only what is there has a log: writing would make a folder.
  const known = openWorkspace({ dataDir: data, now: Date.now, mode: 'read' })
  if (!known.ok) return refusal({ subject: '', failure: known.failure }, json)
  known.value.close()
  const opened = openWorkspace({ dataDir: data, now: Date.now, mode: 'write' })
  if (!opened.ok) return refusal({ subject: '', failure: opened.failure }, json)
  try {
    if (opened.value.readOnly) throw new TypeError('opened for writing')
    const exported = exportCheckpoint(opened.value.writer, opened.value.dataDir)
    if (!exported.ok) return refusal({ subject: '', failure: exported.failure }, json)
    const written = writeWhole(out, [`${JSON.stringify(exported.value, null, 1)}\n`])
    if (!written.ok) return refusal({ subject: '', failure: written.failure }, json)
    const { checkpoint } = exported.value
    const fingerprint = checkpointFingerprint(checkpoint)
    const report =
      `${out}: checkpoint ${fingerprint} of ${checkpoint.size} entries, signed by key ${keyFingerprint(checkpoint.keyId)}\n` +
      'Keep it on another machine: against it a log shows whether its end was cut off or its beginning changed.\n'
    return answer({ status: 0, value: { ok: true, file: out, fingerprint, ...exported.value }, report }, json)
  } finally {
    opened.value.close()
  }
}
