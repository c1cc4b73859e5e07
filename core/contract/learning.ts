import * as v from 'valibot'

import { historyTargets } from '../calibration/history.ts'
import { levelNames } from '../calibration/learned.ts'
import { historyReport } from '../history/historyReport.ts'
import { say } from '../words/say.ts'
import { failure } from './failure.ts'
import * as f from './fields.ts'
import { orderDraft } from './orders.ts'

/** A piece of a file, as base64 of at most `uploadPieceBytes`; a request has to fit into 1 MiB. */
export const uploadPieceBytes = 512 * 1024
export const uploadLimitBytes = 4 * 1024 * 1024 * 1024
const pieceLength = Math.ceil(uploadPieceBytes / 3) * 4

/**
 * Files come in pieces, in their order: a page never holds a whole one, and every host carries them. What was uploaded
 * is gone after its use, at `closeUpload`, and when the program ends.
 */
export const openUpload = v.strictObject({
  name: f.name,
  bytes: v.pipe(f.count, v.maxValue(uploadLimitBytes, say('a file of at most 4 GiB'))),
})
export const uploadOpened = v.strictObject({ uploadId: f.id })
export const sendUpload = v.strictObject({
  uploadId: f.id,
  /** Of its first byte in the file: what was received so far. */
  offset: f.count,
  data: v.pipe(
    v.string(),
    v.maxLength(pieceLength, say('at most {{count}} bytes as base64', { count: uploadPieceBytes })),
    v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'base64'),
  ),
})
export const uploadReceived = v.strictObject({ received: f.count })
export const uploadRef = v.strictObject({ uploadId: f.id })

/** A file of delivery history that was imported. Removed, it is put away: `archivedAt`. */
export const history = v.strictObject({
  id: f.id,
  name: v.string(),
  importedAt: f.epochMs,
  who: v.string(),
  archivedAt: v.nullable(f.epochMs),
  rows: f.count,
  units: f.count,
  leftOut: f.count,
  from: v.nullable(f.isoDate),
  to: v.nullable(f.isoDate),
  currencies: v.array(v.string()),
  markets: v.array(v.string()),
  report: historyReport,
})
export type History = v.InferOutput<typeof history>

const numberOrNull = v.nullable(v.number())
const target = v.picklist(historyTargets)

/** One thing that was learnt: what was held before, what the data alone say, what is held now (CA2). */
const learnedEntry = v.strictObject({
  id: v.string(),
  /** As the market profile calls it; the id where it has no entry of its own there. */
  name: v.string(),
  unit: v.string(),
  market: v.string(),
  currency: v.string(),
  prior: numberOrNull,
  data: numberOrNull,
  posterior: v.number(),
  deviation: numberOrNull,
  /** Orders behind it. */
  orders: f.count,
})

/** What one value of a level (a creator, a video, an age) adds, on the ln scale. */
const levelEffect = v.strictObject({
  target,
  level: v.picklist(levelNames),
  name: v.string(),
  effect: v.number(),
  deviation: v.number(),
  orders: f.count,
})

export const learnedReport = v.strictObject({
  /** The day from which is forecast. */
  asOf: v.nullable(f.isoDate),
  rows: f.count,
  /** Orders, ads and ad sets. */
  units: f.count,
  /** Of them the console's own. */
  ownOrders: f.count,
  targets: v.array(
    v.strictObject({
      target,
      rows: f.count,
      orders: f.count,
      halfLifeDays: numberOrNull,
      /** Factors on the 50, 80 and 95% widths (CA3). */
      widths: v.tuple([v.number(), v.number(), v.number()]),
    }),
  ),
  entries: v.array(learnedEntry),
  effects: v.array(levelEffect),
})
export type LearnedReport = v.InferOutput<typeof learnedReport>

/** What forecasts rest on at the moment; a later one is on its way while `isLearning`. */
export const learning = v.strictObject({
  isLearning: v.boolean(),
  /** Null where nothing was learnt yet, or there is nothing to learn from. */
  learned: v.nullable(learnedReport),
  failure: v.nullable(failure),
})

/** `orderId` is the saved or paid order that the draft is of: what it delivered itself counts. */
export const forecastBasisAsked = v.strictObject({ draft: orderDraft, orderId: v.optional(f.id) })

/** From a forecast to the orders that it learnt from, the nearest first. */
export const forecastBasis = v.strictObject({
  ownDataWeight: f.share,
  levels: v.array(
    v.strictObject({ ...levelEffect.entries, level: v.picklist([...levelNames, 'currency', 'unit']) }),
  ),
  /** At most 50: those that share most with the draft, then the latest. */
  orders: v.array(
    v.strictObject({
      /** The console's own order, or else the history that it is of. */
      orderId: v.nullable(f.id),
      historyId: v.nullable(f.id),
      unitId: v.string(),
      title: v.string(),
      start: v.nullable(f.isoDate),
      end: v.nullable(f.isoDate),
      /** Major units. */
      spend: numberOrNull,
      currency: v.string(),
      linkClicks: numberOrNull,
      conversions: numberOrNull,
      shared: v.array(v.picklist(levelNames)),
    }),
  ),
})
export type ForecastBasis = v.InferOutput<typeof forecastBasis>

export const learningResults = [
  v.strictObject({ kind: v.literal('history'), history }),
  v.strictObject({ kind: v.literal('learned'), learned: learnedReport }),
] as const
