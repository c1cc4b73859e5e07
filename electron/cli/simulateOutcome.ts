import type { Problem } from '../../core/contract/failure.ts'
import { engines } from '../../core/forecast/deliveryResult.ts'
import { simulateOrder } from '../../core/forecast/simulateOrder.ts'
import { readSeed } from './chanceOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { readableOrder } from './readableOrder.ts'
import { simulateReport } from './simulateReport.ts'

type Options = {
  readonly order: string
  readonly profile?: string | undefined
  readonly seed: string
  readonly engine: string
}

/** Delivers the order of a file once, or tells why it is refused. */
export async function simulateOutcome(options: Options, json: boolean): Promise<Outcome> {
  const refuse = (problem: Problem) => {
    const failure = { code: 'bad_input', message: 'an option is not right', problems: [problem] } as const
    return refusal({ subject: 'foreclick simulate', failure }, json)
  }
  const seed = readSeed(options.seed)
  if (!seed.ok) return refuse(seed.problem)
  const engine = engines.find(name => name === options.engine)
  if (engine === undefined)
    return refuse({
      path: '--engine',
      expected: engines.join(' or '),
      received: JSON.stringify(options.engine),
    })
  const read = await readableOrder(options.order, options.profile)
  if (!read.ok) return refusal(read, json)
  const { order, profile } = read
  const { delivery } = simulateOrder({ order, profile, seed: seed.value }, engine)
  const value = { ...delivery, warnings: [...read.warnings, ...delivery.warnings] }
  return answer({ status: 0, value, report: simulateReport(order, value) }, json)
}
