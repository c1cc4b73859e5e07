import fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

import { contract, type Method } from '../../../core/contract/contract.ts'
import { shown } from '../../../core/contract/problems.ts'
import { runStarted } from '../../../core/contract/runs.ts'
import { createRecoverableBackend } from '../../../electron/backend/recoverableBackend.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { englishOnlyIn } from '../../fixtures/inIndonesian.ts'
import { startFuzzedHost } from './fuzz/fuzzedHost.ts'
import { asJson, mutated } from './fuzz/mutated.ts'
import { requestOf } from './fuzz/requestOf.ts'
import { exportOf } from './importRequests.ts'
import { costly, writing } from './methodKinds.ts'
import { type Requests, rightRequests } from './rightRequests.ts'
import { creatorFields, openBackend, someNoon, type TestBackend, temporaryFolder } from './testBackend.ts'

let open: TestBackend
let requests: Requests
beforeAll(async () => {
  open = await openBackend()
  requests = await rightRequests(open)
})
afterAll(() => open.close())

test('K24: every method of the contract answers a right request', async () => {
  expect(Object.keys(requests).toSorted()).toEqual(Object.keys(contract).toSorted())
  for (const [method, payload] of Object.entries(requests))
    expect([method, await askOnly(open, method, payload)]).toMatchObject([method, { ok: true }])
})

/** Asks, and cancels the run that was started, if any: other tests see runs to their end. */
async function askOnly({ backend }: TestBackend, method: string, payload: unknown) {
  const result = await backend.request(method, payload)
  const started = v.safeParse(runStarted, result.ok ? result.value : null)
  if (started.success) await backend.request('cancelRun', started.output)
  return result
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
})

test('K24: whatever a window sends, the answer is a result and never an exception or a stack', async () => {
  const methods = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.string(), anything)
  await fc.assert(
    fc.asyncProperty(methods, anything, async (method, payload) => {
      const result = await open.backend.request(method as string, payload)
      if (result.ok) return
      const { code, message } = result.failure
      expect(message).not.toMatch(/\bat .*\.[tj]s:\d+/)
      expect(englishOnlyIn(result.failure)).toEqual([])
      expect(code === 'internal' ? `${shown(method)} ${message}` : '').toBe('')
    }),
    { numRuns: 500 },
  )
})

test('K24: an unknown request names the nearest one, a wrong field its path and what came', async () => {
  expect(await open.backend.request('listOrder', {})).toEqual({
    ok: false,
    failure: { code: 'bad_input', message: 'unknown request "listOrder"; did you mean listOrders?' },
  })
  expect(await open.backend.request('getOrder', { ide: 'x' })).toMatchObject({
    ok: false,
    failure: {
      code: 'bad_input',
      problems: expect.arrayContaining([expect.objectContaining({ path: 'ide', hint: 'did you mean id?' })]),
    },
  })
})

test('K24: a text with a NUL, which a table would take for shorter, is refused with its place', async () => {
  const edit = { ...requests.editProfileEntry, reason: '\0' }
  const sent = {
    ...requests.recordDeliveries,
    days: [{ ...requests.recordDeliveries.days[0], source: 'a\0' }],
  }
  const asked = { ...requests.getOrderFile, notes: 'a\0b' }
  const problems = async (method: Method, payload: unknown) => {
    const result = await open.backend.request(method, payload)
    return result.ok ? [] : (result.failure.problems ?? []).map(problem => problem.path)
  }
  expect(await problems('editProfileEntry', edit)).toEqual(['reason'])
  expect(await problems('getOrderFile', asked)).toEqual(['notes'])
  expect(await problems('recordDeliveries', sent)).toEqual(['days[0].source'])
})

test('D31: a folder that is open elsewhere opens for reading, and what writes is refused', async () => {
  const reading = await openBackend({ dataDir: open.dataDir, mode: 'read' })
  onTestFinished(() => reading.backend.close())
  expect(await reading.get('getWorkspace', {})).toMatchObject({ readOnly: true })
  for (const method of writing)
    expect([method, await reading.backend.request(method, requests[method])]).toMatchObject([
      method,
      { ok: false, failure: { code: 'read_only' } },
    ])
  // A download is known to the backend that made it.
  const others = new Set<string>([...writing, 'recover', 'readDownload'])
  const reads = Object.entries(requests).filter(([method]) => !others.has(method))
  for (const [method, payload] of reads)
    expect([method, await askOnly(reading, method, payload)]).toMatchObject([method, { ok: true }])
  const exported = await exportOf(reading, { what: 'creators', format: 'csv' })
  expect(exported.toString()).toContain(creatorFields.handle)
})

test('D31: a second backend that would write to the same folder is refused with the folder named', async () => {
  const second = await createRecoverableBackend({ dataDir: open.dataDir, startThread, now: () => someNoon })
  expect(second).toMatchObject({
    ok: false,
    failure: { code: 'locked', message: expect.stringContaining(open.dataDir) },
  })
})

/** One of the methods, with JSON text: from its schema, or from a right request, and then wrong in up to three places. */
function asked(methods: readonly string[], isMutated: boolean) {
  const names = [...new Set(JSON.stringify(requests).match(/[\da-f]{8}-[\da-f-]{27}/g))]
  const each = methods.map(method => {
    const right = fc.oneof(
      requestOf(contract[method as Method].request, names),
      fc.constant(requests[method as Method] as unknown),
    )
    return fc.tuple(fc.constant(method), isMutated ? mutated(right) : right.map(asJson))
  })
  return fc.oneof(...each)
}

function isRight(method: string, body: string): boolean {
  try {
    return v.is(contract[method as Method].request, JSON.parse(body))
  } catch {
    return false
  }
}

const everyMethod = Object.keys(contract)
/** The same requests in every run; other ones with `FUZZ_SEED=7`. Without shrinking, which would take an hour. */
const chance = { seed: Number(process.env['FUZZ_SEED'] ?? 20_261_127), endOnFailure: true }

test('X55, K24: no request that is wrong gets through the browser host, tells a place, or changes a row', async () => {
  const host = await startFuzzedHost(open)
  onTestFinished(() => host.close())
  const strangers = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'then'), fc.string())
  const wrong = fc.oneof(
    { weight: 20, arbitrary: asked(everyMethod, true).filter(([method, body]) => !isRight(method, body)) },
    { weight: 1, arbitrary: fc.tuple(strangers, fc.json()) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...everyMethod), fc.string()) },
  )
  const contents = new Set([host.content()])
  let sent = 0
  await fc.assert(
    fc.asyncProperty(wrong, async ([method, body]) => {
      expect(await host.ask(method, body)).not.toBe('ok')
      if (++sent % 1000 === 0) contents.add(host.content())
    }),
    { numRuns: 11_500, ...chance },
  )
  expect(contents.add(host.content()).size).toBe(1)
  process.stdout.write(host.report('wrong requests'))
})

test('X55, K24: what is right by its schema is answered by the contract, and writes nothing where it is refused', async () => {
  const host = await startFuzzedHost(open)
  onTestFinished(() => host.close())
  const cheap = everyMethod.filter(method => !costly.has(method))
  const right = fc.oneof(
    { weight: 3, arbitrary: asked(cheap, false) },
    { weight: 5, arbitrary: asked(cheap, true) },
  )
  await fc.assert(
    fc.asyncProperty(right, async ([method, body]) => {
      await host.ask(method, body)
    }),
    { numRuns: 8500, ...chance },
  )
  for (const method of ['listCreators', 'listProducts', 'listVideos', 'listOrders', 'getWorkspace'])
    expect([method, await host.ask(method, '{}')]).toEqual([method, 'ok'])
  process.stdout.write(host.report('right requests, and mutants of them'))
})

test('K24: a closed backend answers that it is closing, however often it is closed', async () => {
  const closed = await openBackend({ dataDir: temporaryFolder() })
  await Promise.all([closed.backend.close(), closed.close()])
  expect(await closed.backend.request('listOrders', {})).toMatchObject({ failure: { code: 'cancelled' } })
})
