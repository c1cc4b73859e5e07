import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

import type { Failure, Result } from '../../core/contract/failure.ts'
import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { RuleVerdict } from '../../core/eligibility/verdict.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastShards.ts'
import { pastStartWarning } from '../../core/order/pastStartWarning.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { createSimulationPool } from '../backend/simulationPool.ts'
import { forecastReport } from './forecastReport.ts'
import { localNow } from './localNow.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { progressLine } from './progressLine.ts'
import { readForecastInput } from './readForecastInput.ts'
import { tryDataDir } from './tryDataDir.ts'
import { wholeNumber } from './wholeNumber.ts'

const mostThreads = 16

type Options = {
  readonly order: string
  readonly profile?: string | undefined
  readonly data?: string | undefined
  readonly seed: string
  readonly replicates: string
  readonly threads?: string | undefined
}

/** Forecasts the order of a file, or tells why it is refused. */
export async function forecastOutcome(options: Options, json: boolean): Promise<Outcome> {
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const numbers = parseNumbers(options)
  if (!numbers.ok) return refuse('foreclick forecast', numbers.failure)
  const opened = options.data === undefined ? undefined : await tryDataDir(options.data)
  if (opened?.ok === false) return refuse('', opened.failure)
  const read = await readForecastInput(options.order, options.profile)
  if (!read.ok) return refuse(read.file, read.failure)
  const { order, profile } = read.value
  const broken = brokenRules(order)
  if (broken.length > 0) return refusal({ subject: options.order, ...barred(broken) }, json)
  const result = await simulate({ order, profile, ...numbers.value }, numbers.value.threads)
  if (!result.ok) return refuse(options.order, result.failure)
  const past = pastStartWarning(order, localNow(profile.zone, Date.now())) ?? []
  const warnings = [...read.value.warnings, past, ...result.value.warnings].flat()
  const value = { ...result.value, warnings }
  return answer({ status: 0, value, report: forecastReport(order, value) }, json)
}

type Numbers = { readonly seed: number; readonly replicates: number; readonly threads: number }

function parseNumbers(options: Options): Result<Numbers> {
  const seed = wholeNumber('seed', options.seed, { least: 0, most: Number.MAX_SAFE_INTEGER })
  const replicates = wholeNumber('replicates', options.replicates, { least: 10, most: 100_000 })
  const cores = String(Math.min(availableParallelism(), mostThreads))
  const threads = wholeNumber('threads', options.threads ?? cores, { least: 1, most: mostThreads })
  if (seed.ok && replicates.ok && threads.ok) {
    return { ok: true, value: { seed: seed.value, replicates: replicates.value, threads: threads.value } }
  }
  const problems = [seed, replicates, threads].flatMap(parsed => (parsed.ok ? [] : [parsed.problem]))
  return { ok: false, failure: { code: 'bad_input', message: 'an option is out of range', problems } }
}

/** The blocking rules of the day it starts that this order breaks; those that only warn or ask do not stop a forecast. */
function brokenRules(order: PromoteOrder): readonly RuleVerdict[] {
  const { rules } = checkEligibility(order, order.startsAt.slice(0, 10))
  return rules.filter(rule => rule.severity === 'block' && rule.outcome === 'fail')
}

function barred(broken: readonly RuleVerdict[]) {
  const problems = broken.map(({ rule, reason, remedy }) => ({
    path: rule,
    expected: remedy,
    received: reason,
  }))
  const message = `the order breaks ${broken.map(({ rule }) => rule).join(', ')}`
  const lines = broken.map(({ rule, title, reason, remedy }) => `rule ${rule}, ${title}: ${reason} ${remedy}`)
  return { failure: { code: 'refused', message, problems } as const, lines }
}

async function simulate(input: ForecastInput, threads: number): Promise<Result<ForecastResult>> {
  const pool = createSimulationPool({ startThread, threads })
  const progress = progressLine('Forecasting')
  try {
    return await pool.forecast(input, { onProgress: progress.show })
  } finally {
    progress.clear()
    await pool.close()
  }
}

function startThread(): Worker {
  return new Worker(new URL('../backend/simulationThread.ts', import.meta.url))
}
