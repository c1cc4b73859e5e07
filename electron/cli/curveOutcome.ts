import { type ChanceWords, readChance } from './chanceOptions.ts'
import { curveReport } from './curveReport.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readableOrder } from './readableOrder.ts'
import { runAnalysis } from './runAnalysis.ts'

type Options = ChanceWords & { readonly order: string; readonly profile?: string | undefined }

/** The budget curve of the order of a file, or why it is refused. */
export async function curveOutcome(options: Options, json: boolean): Promise<Outcome> {
  const chance = readChance(options)
  if (!chance.ok) return refusal({ subject: 'foreclick curve', failure: chance.failure }, json)
  const read = await readableOrder(options.order, options.profile)
  if (!read.ok) return refusal(read, json)
  const { threads, ...seeded } = chance.value
  const { order, profile } = read
  const result = await runAnalysis(threads, 'Trying budgets', (pool, onProgress) =>
    pool.run({ kind: 'curve', order, profile, ...seeded }, { onProgress }),
  )
  if (!result.ok) return refusal({ subject: options.order, failure: result.failure }, json)
  if (result.value.kind !== 'curve') throw new TypeError(`a curve was answered with a ${result.value.kind}`)
  const value = { ...result.value.curve, warnings: [...read.warnings, ...result.value.curve.warnings] }
  return answer({ status: 0, value, report: curveReport(order, value) }, json)
}
