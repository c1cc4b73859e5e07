import { type Finding, findingOf, type Found } from '../../../core/audit/finding.ts'
import { rerunFailed, rerunVerdict } from '../../../core/audit/rules/rerunVerdict.ts'
import type { Reruns } from '../../../core/contract/audit.ts'
import type { Result } from '../../../core/contract/failure.ts'
import { say } from '../../../core/words/say.ts'
import { auditedAfter, type AuditScope, countAudited } from '../../../db/auditRecords.ts'
import type { Reader } from '../../../db/connection.ts'
import { findFrozenForecast } from '../../../db/frozenForecast.ts'
import { findOrderRow } from '../../../db/orders.ts'
import { readingFailure } from '../../../db/readingFailure.ts'
import { refusal } from '../../../db/refusal.ts'
import { forecastOf } from '../forecastOf.ts'
import { frozenInput } from '../frozenInput.ts'
import type { SimulationPool } from '../simulationPool.ts'

/** Under way at once, so that no thread waits while a result is put together. */
const atOnce = 4
const pageOrders = 200

export type RerunReport = Omit<Reruns, 'at'> & { readonly findings: readonly Finding[] }

type Tools = {
  readonly reader: Reader
  readonly pool: SimulationPool
  readonly signal?: AbortSignal
  readonly onProgress: (fraction: number) => void
}

/** Every frozen forecast of the orders, run again from its inputs and seed and compared by digest (FO9, A20). */
export async function rerunForecasts(scope: AuditScope, tools: Tools): Promise<Result<RerunReport>> {
  const { reader, signal, onProgress } = tools
  const total = countAudited(reader, scope)
  const report = { orders: 0, same: 0, differ: 0, otherModel: 0, failed: 0 }
  const findings: Finding[] = []
  const waiting = idsOf(reader, scope)
  let isBroken = false

  async function work(): Promise<void> {
    for (;;) {
      const next = isBroken || signal?.aborted === true ? undefined : waiting.next()
      if (next === undefined || next.done === true) return
      const id = next.value
      const found = await rerun(id, tools)
      if (found === 'none') continue
      if (found === 'cancelled') {
        isBroken = true
        return
      }
      report.orders++
      report[found === undefined ? 'same' : tallyOf(found)]++
      if (found !== undefined) {
        const subject = findOrderRow(reader, id)?.videoTitle ?? id
        findings.push(findingOf('A20', { orderId: id, subject }, found))
      }
      onProgress(report.orders / Math.max(1, total))
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  if (isBroken || signal?.aborted === true) return refusal('cancelled', say('cancelled'))
  return { ok: true, value: { ...report, findings } }
}

function tallyOf({ case: found }: Found): 'differ' | 'otherModel' | 'failed' {
  if (found === 'rerunDiffers') return 'differ'
  return found === 'rerunOtherModel' ? 'otherModel' : 'failed'
}

function* idsOf(reader: Reader, scope: AuditScope): Generator<string, undefined> {
  let after = ''
  for (;;) {
    const ids = auditedAfter(reader, scope, { after, limit: pageOrders })
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    yield* ids
  }
}

/** Undefined where it came out the same; `none` where nothing was frozen. */
async function rerun(
  id: string,
  { reader, pool, signal }: Tools,
): Promise<Found | undefined | 'none' | 'cancelled'> {
  try {
    const frozen = findFrozenForecast(reader, id)
    if (frozen === undefined) return 'none'
    const input = frozenInput(reader, id)
    if (!input.ok) return rerunFailed(messageOf(input.failure))
    const again = await forecastOf(pool, input.value, signal === undefined ? {} : { signal })
    if (again.ok) return rerunVerdict(frozen.result, again.value)
    return again.failure.code === 'cancelled' ? 'cancelled' : rerunFailed(messageOf(again.failure))
  } catch (error) {
    return rerunFailed(readingFailure(reader.file, error).message)
  }
}

function messageOf({
  message,
  problems,
}: {
  readonly message: string
  readonly problems?: readonly { readonly path: string; readonly expected: string }[] | undefined
}): string {
  const [problem] = problems ?? []
  return problem === undefined
    ? message
    : say('{{failure}}: {{path}}, expected {{expected}}', {
        failure: message,
        path: problem.path,
        expected: problem.expected,
      })
}
