import * as v from 'valibot'

import type { Result } from '../../../core/contract/failure.ts'
import { type PushEvent, runStarted } from '../../../core/contract/runs.ts'
import { checkWorkspace } from '../../../db/checkWorkspace.ts'
import { type Backend, type BackendOptions, createBackend } from '../backend.ts'
import { demoOrders } from '../demoOrders.ts'
import { demoRecords } from '../demoRecords.ts'
import type { SelfTestStep } from './runSelfTest.ts'

const replicates = 64
const stored = v.object({ id: v.string() })
const forecastShown = v.object({
  forecast: v.object({ replicates: v.literal(replicates), digest: v.string() }),
})

/**
 * A database made in an empty folder and opened again, one forecast on a simulation thread, and the log of what was
 * written, checked entry by entry.
 */
export function workspaceSteps(options: Omit<BackendOptions, 'threads' | 'mode'>): readonly SelfTestStep[] {
  const open = () => opened({ ...options, threads: 1 })
  let draft: unknown
  return [
    {
      name: 'database',
      async run() {
        draft = await open().then(backend => closing(backend, () => storeOrder(backend, options.now())))
        // The second start is another way through the program than the first.
        await open().then(backend => closing(backend, () => asked(backend, 'getWorkspace', {})))
        return 'made, written, opened again'
      },
    },
    {
      name: 'simulation',
      async run() {
        const { forecast } = await open().then(backend =>
          closing(backend, () => forecastOnce(backend, draft)),
        )
        return `${forecast.replicates} deliveries, ${forecast.digest.slice(0, 19)}`
      },
    },
    {
      name: 'log',
      async run() {
        const { checks } = valueOf(checkWorkspace(options.dataDir))
        const failed = checks.filter(check => !check.ok)
        if (failed.length > 0) throw new Error(failed.map(each => `${each.name}: ${each.detail}`).join('; '))
        const log = checks.find(check => check.name === 'log')
        if (log === undefined) throw new Error('the log was not checked')
        return log.detail
      },
    },
  ]
}

async function opened(options: BackendOptions): Promise<Backend> {
  return valueOf(await createBackend(options))
}

async function closing<T>(backend: Backend, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await backend.close()
  }
}

async function asked(backend: Backend, method: string, payload: unknown): Promise<unknown> {
  return valueOf(await backend.request(method, payload))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** Stores the records of an order of the demo, and gives its draft. */
async function storeOrder(backend: Backend, now: number): Promise<unknown> {
  const records = demoRecords(now)
  const order = demoOrders(records, { seed: 1, now }).find(each => each.end === 'draft')
  const video = records.videos.find(each => each.fields.title === order?.video)
  if (order === undefined || video === undefined) throw new Error('the demo holds no draft')
  const store = async (method: string, fields: unknown) =>
    v.parse(stored, await asked(backend, method, { id: null, fields })).id
  const creatorId = await store('saveCreator', video.creator)
  const productId = await store('saveProduct', video.product)
  const videoId = await store('saveVideo', { ...video.fields, creatorId, productIds: [productId] })
  return { ...order.draft, videoId, productId }
}

async function forecastOnce(backend: Backend, draft: unknown): Promise<v.InferOutput<typeof forecastShown>> {
  const end = Promise.withResolvers<PushEvent>()
  const stop = backend.subscribe(event => {
    if (event.kind === 'done' || event.kind === 'failed') end.resolve(event)
  })
  v.assert(
    runStarted,
    await asked(backend, 'startForecast', { draft, seed: 1, replicates, key: 'self-test' }),
  )
  const event = await end.promise
  stop()
  if (event.kind === 'failed') throw new Error(event.failure.message)
  return v.parse(forecastShown, event.kind === 'done' ? event.result : undefined)
}
