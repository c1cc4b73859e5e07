import type { Failure } from '../../../core/contract/failure.ts'
import type { HistoryReport } from '../../../core/history/historyReport.ts'
import type { LearningThread } from '../learningThread.ts'
import { onThread } from '../onThread.ts'
import { followWork } from './followWork.ts'
import type { HistorySource } from './historySource.ts'
import { readingShare, type WorkOptions } from './learnFrom.ts'
import type { Prediction, PredictOptions } from './predictUnits.ts'

type Predicted = { readonly report: HistoryReport; readonly prediction: Prediction }
type Answer =
  | { readonly ok: true; readonly value: Predicted }
  /** `file` is the one that is wrong. */
  | { readonly ok: false; readonly failure: Failure; readonly file?: string }

/** Reads a history and forecasts the units of another file from it, on a thread of its own. */
export async function predictFrom(
  source: Extract<HistorySource, { readonly kind: 'file' }>,
  { unitsFile, ...asked }: PredictOptions & { readonly unitsFile: string },
  { startThread, signal, onProgress }: WorkOptions,
): Promise<Answer> {
  let file: string | undefined
  const thread = { start: () => startThread('learning'), name: 'learning', signal }
  const answer = await onThread<LearningThread, Predicted>(thread, async learning => {
    file = source.file
    const read = await followWork(
      async state => learning.read(source, state),
      fraction => onProgress?.(fraction * readingShare),
    )
    if (!read.ok) return read
    const { report } = read.value
    if (report === null) throw new TypeError('a file has a report')
    file = unitsFile
    const prediction = await followWork(
      async state => learning.predict(unitsFile, asked, state),
      fraction => onProgress?.(readingShare + fraction * (1 - readingShare)),
    )
    return prediction.ok ? { ok: true, value: { report, prediction: prediction.value } } : prediction
  })
  if (answer.ok || answer.failure.code !== 'bad_input' || file === undefined) return answer
  return { ...answer, file }
}
