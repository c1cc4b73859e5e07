import { type ChanceWords, readChance } from './chanceOptions.ts'
import { compareReport } from './compareReport.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readCandidates } from './readCandidates.ts'
import { runAnalysis } from './runAnalysis.ts'

type Options = ChanceWords & { readonly files: readonly string[]; readonly profile?: string | undefined }

const mostOrders = 6

/** Compares the orders of several files, or tells why they are refused. */
export async function compareOutcome(options: Options, json: boolean): Promise<Outcome> {
  const chance = readChance(options)
  if (!chance.ok) return refusal({ subject: 'foreclick compare', failure: chance.failure }, json)
  const read = await readCandidates({
    files: options.files,
    profileFile: options.profile,
    most: mostOrders,
    // The same creator, video and product are one promotion, planned in several ways.
    subjectOf: ({ creator, video, product }) => JSON.stringify([creator, video, product]),
  })
  if (!read.ok) return refusal(read, json)
  const { threads, ...seeded } = chance.value
  const { candidates, profile } = read
  const result = await runAnalysis(threads, 'Comparing', (pool, onProgress) =>
    pool.run({ kind: 'comparison', candidates, profile, ...seeded }, { onProgress }),
  )
  if (!result.ok) return refusal({ subject: 'foreclick compare', failure: result.failure }, json)
  if (result.value.kind !== 'comparison')
    throw new TypeError(`a comparison was answered with a ${result.value.kind}`)
  const { comparison } = result.value
  const value = { ...comparison, warnings: [...read.warnings, ...comparison.warnings] }
  return answer({ status: 0, value, report: compareReport(value) }, json)
}
