import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'vitest'

import type { Method, Reply, Request } from '../../../core/contract/contract.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../../../core/contract/records.ts'
import type { PushEvent } from '../../../core/contract/runs.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { Backend, BackendOptions } from '../../../electron/backend/backend.ts'
import { createRecoverableBackend } from '../../../electron/backend/recoverableBackend.ts'
import { startThread } from '../../../electron/backend/startThread.ts'
import { englishOnlyIn } from '../../fixtures/inIndonesian.ts'

/** 23 November 2026, 12:00 in London. */
export const someNoon = Date.UTC(2026, 10, 23, 12)

export type TestBackend = {
  readonly dataDir: string
  readonly ask: <M extends Method>(method: M, payload: Request<M>) => Promise<Result<Reply<M>>>
  /** The value of a request that must succeed. */
  readonly get: <M extends Method>(method: M, payload: Request<M>) => Promise<Reply<M>>
  readonly backend: Backend
  readonly events: PushEvent[]
  readonly untilRunEnds: (runId: string) => Promise<Extract<PushEvent, { kind: 'done' | 'failed' }>>
  /** A finished forecast of a draft. */
  readonly forecast: (draft: OrderDraft, replicates?: number) => Promise<ForecastResult>
  readonly close: () => Promise<void>
}

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'foreclick-backend-'))

/** A real backend with real threads, on a folder of its own unless one is named. */
export async function openBackend(options: Partial<BackendOptions> = {}): Promise<TestBackend> {
  const dataDir = options.dataDir ?? temporaryFolder()
  const opened = await createRecoverableBackend({
    startThread,
    now: () => someNoon,
    threads: 2,
    ...options,
    dataDir,
  })
  if (!opened.ok) throw new Error(opened.failure.message)
  const backend = opened.value
  const events: PushEvent[] = []
  const waiting = new Map<string, (event: Extract<PushEvent, { kind: 'done' | 'failed' }>) => void>()
  backend.subscribe(event => {
    events.push(event)
    if (event.kind === 'done' || event.kind === 'failed') waiting.get(event.runId)?.(event)
  })
  const ask: TestBackend['ask'] = async (method, payload) => {
    const result = await backend.request(method, payload)
    // U61: whatever is refused, a page in Indonesian can tell it.
    expect(result.ok ? [] : englishOnlyIn(result.failure)).toEqual([])
    return result as Result<Reply<typeof method>>
  }
  const get: TestBackend['get'] = async (method, payload) => {
    const result = await ask(method, payload)
    if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const untilRunEnds: TestBackend['untilRunEnds'] = runId =>
    new Promise<Extract<PushEvent, { kind: 'done' | 'failed' }>>(resolve => {
      const ended = events.find(
        event => (event.kind === 'done' || event.kind === 'failed') && event.runId === runId,
      )
      if (ended?.kind === 'done' || ended?.kind === 'failed') resolve(ended)
      else waiting.set(runId, resolve)
    }).then(ended => {
      expect(ended.kind === 'failed' ? englishOnlyIn(ended.failure) : []).toEqual([])
      return ended
    })
  return {
    dataDir,
    backend,
    events,
    ask,
    get,
    untilRunEnds,
    async forecast(draft, replicates = 100) {
      const { runId } = await get('startForecast', { draft, seed: 1, replicates, key: 'test' })
      const ended = await untilRunEnds(runId)
      if (ended.kind !== 'done' || ended.result?.kind !== 'forecast') throw new Error(JSON.stringify(ended))
      return ended.result.forecast
    },
    async close() {
      await backend.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export const creatorFields: CreatorFields = {
  handle: '@ayu.makes',
  displayName: 'Ayu',
  market: 'GB',
  accountType: 'creator',
  birthDate: '1996-04-02',
  anchorAccess: true,
  termsAccepted: true,
  political: false,
  barred: false,
}

export const productFields: ProductFields = {
  market: 'GB',
  source: 'tiktok_shop',
  name: 'Rose lip tint',
  url: 'https://shop.example/rose',
  priceMinor: 1299,
  commissionRate: 0.12,
  conversionRate: null,
  unitCostMinor: null,
  restriction: 'unrestricted',
  sellerApproved: null,
  lessHealthy: null,
  ageRestricted: false,
  alcohol: false,
  category: null,
}

export const videoFields = (creatorId: string, productIds: string[]): VideoFields => ({
  creatorId,
  title: 'Three looks, one tint',
  anchorName: 'Rose lip tint',
  productIds,
  visibility: 'public',
  sound: 'commercial',
  category: 'beauty',
  postedOn: '2026-11-18',
  anchorAuthorised: true,
  sellerAuthorised: null,
  adLabel: true,
})

export const draftOf = (
  videoId: string,
  productId: string,
  change: Partial<OrderDraft> = {},
): OrderDraft => ({
  videoId,
  productId,
  entrance: 'business_suite',
  goal: 'more_product_link_clicks',
  audience: { kind: 'automatic' },
  budgetMinor: 7000,
  durationDays: 7,
  startsAt: '2026-12-01T09:00',
  targetLinkClicks: 120,
  payer: 'creator',
  pacing: 'even',
  priceRule: 'second',
  hours: null,
  notes: '',
  couponMinor: 0,
  ...change,
})

/** A creator with a product and a video, and a saved draft of an order for it. */
export async function withDraft({ get }: Pick<TestBackend, 'get'>, change: Partial<OrderDraft> = {}) {
  const creator = await get('saveCreator', { id: null, fields: creatorFields })
  const product = await get('saveProduct', { id: null, fields: productFields })
  const video = await get('saveVideo', { id: null, fields: videoFields(creator.id, [product.id]) })
  const draft = draftOf(video.id, product.id, change)
  const order = await get('saveDraft', { id: null, draft })
  return { creator, product, video, draft, order }
}
