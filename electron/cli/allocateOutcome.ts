import type { Problem } from '../../core/contract/failure.ts'
import { maximisable } from '../../core/forecast/analysis.ts'
import { parseAmount } from '../../core/money/money.ts'
import { allocate } from '../backend/allocate.ts'
import { allocateReport } from './allocateReport.ts'
import { type ChanceWords, readChance } from './chanceOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readCandidates } from './readCandidates.ts'
import { runAnalysis } from './runAnalysis.ts'

type Options = ChanceWords & {
  readonly files: readonly string[]
  readonly profile?: string | undefined
  readonly budget: string
  readonly maximise: string
}

const mostOrders = 12
const subject = 'foreclick allocate'

/** Splits a budget over the orders of several files, or tells why it is refused. */
export async function allocateOutcome(options: Options, json: boolean): Promise<Outcome> {
  const refuse = (problem: Problem) =>
    refusal(
      { subject, failure: { code: 'bad_input', message: 'an option is not right', problems: [problem] } },
      json,
    )
  const chance = readChance(options)
  if (!chance.ok) return refusal({ subject, failure: chance.failure }, json)
  const maximise = maximisable.find(each => each === options.maximise)
  if (maximise === undefined)
    return refuse({
      path: '--maximise',
      expected: maximisable.join(' or '),
      received: JSON.stringify(options.maximise),
    })
  const { files, profile: profileFile } = options
  // Each file stands for a video of its own, even where the facts are the same.
  const read = await readCandidates({
    files,
    profileFile,
    most: mostOrders,
    subjectOf: (_, place) => String(place),
  })
  if (!read.ok) return refusal(read, json)
  const { candidates, profile } = read
  const budget = parseAmount(options.budget, profile.currency)
  if (!budget.ok || budget.value.minor < 1)
    return refuse({
      path: '--budget',
      expected: budget.ok ? `an amount above 0 in ${profile.currency}` : budget.expected,
      received: JSON.stringify(options.budget),
    })
  const { threads, ...seeded } = chance.value
  const asked = { candidates, profile, ...seeded, budgetMinor: budget.value.minor, maximise }
  const result = await runAnalysis(threads, 'Allocating', (pool, onProgress) =>
    allocate(pool, asked, { onProgress }),
  )
  if (!result.ok) return refusal({ subject, failure: result.failure }, json)
  if (result.value.kind !== 'allocation')
    throw new TypeError(`an allocation was answered with a ${result.value.kind}`)
  const { allocation } = result.value
  const value = { ...allocation, warnings: [...read.warnings, ...allocation.warnings] }
  return answer({ status: 0, value, report: allocateReport(value) }, json)
}
