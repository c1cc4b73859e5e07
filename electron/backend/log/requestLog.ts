import { contract } from '../../../core/contract/contract.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import type { Log } from './log.ts'

/** A page notices what takes this long. */
const slowMs = 1000
const faults: ReadonlySet<string> = new Set(['internal', 'damaged'])

type Ask = (method: string, payload: unknown) => Promise<Result<unknown>>

/** Requests as before, with those logged that are not done or take long, and runs that fail: names and codes, never what they hold. */
export function createRequestLog(
  ask: Ask,
  log: Log,
): { readonly request: Ask; readonly follow: (event: PushEvent) => void } {
  const runs = new Map<string, string>()
  return {
    async request(method, payload) {
      const begun = performance.now()
      const result = await ask(method, payload)
      const ms = Math.round(performance.now() - begun)
      const request = typeof method === 'string' && Object.hasOwn(contract, method) ? method : 'unknown'
      const runId = result.ok ? runIdIn(result.value) : undefined
      if (runId !== undefined) runs.set(runId, request)
      if (!result.ok) {
        const { code } = result.failure
        log.write(faults.has(code) ? 'failed' : 'refused', { request, failure: code, ms })
      }
      if (ms >= slowMs) log.write('slow', { request, ms })
      return result
    },
    follow(event) {
      if (event.kind !== 'done' && event.kind !== 'failed') return
      const request = runs.get(event.runId)
      runs.delete(event.runId)
      if (event.kind === 'failed') log.write('runFailed', { request, failure: event.failure.code })
    },
  }
}

function runIdIn(value: unknown): string | undefined {
  const isRun = typeof value === 'object' && value !== null && 'runId' in value
  return isRun && typeof value.runId === 'string' ? value.runId : undefined
}
