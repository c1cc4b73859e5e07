import * as v from 'valibot'

import { played, startAllocation, startComparison, startCurve, startForecast } from './analyses.ts'
import * as f from './fields.ts'
import {
  answerRefund,
  askRefund,
  deliveryReport,
  logged,
  loggedKinds,
  moveOrder,
  orderMoney,
  recordDeliveries,
} from './orderLife.ts'
import { order, orderCheck, orderDraft, orderRow, paymentMethods } from './orders.ts'
import { creator, creatorFields, product, productFields, video, videoFields } from './records.ts'
import { runStarted } from './runs.ts'
import { settings, workspace } from './workspace.ts'

const nothing = v.strictObject({})
const byId = v.strictObject({ id: f.id })

/**
 * Everything a page may ask of the backend: request schema and reply schema by name. Adding a line here obliges the
 * backend to implement it. The host validates each request and each reply once, and nothing else does.
 */
export const contract = {
  getWorkspace: { request: nothing, reply: workspace },
  getSettings: { request: nothing, reply: settings },
  saveSettings: { request: settings, reply: settings },
  /** Fills an empty workspace with the demo; a run. */
  fillDemo: { request: nothing, reply: runStarted },

  listCreators: { request: nothing, reply: v.array(creator) },
  getCreator: { request: byId, reply: creator },
  saveCreator: { request: v.strictObject({ id: v.nullable(f.id), fields: creatorFields }), reply: creator },

  listProducts: { request: nothing, reply: v.array(product) },
  saveProduct: { request: v.strictObject({ id: v.nullable(f.id), fields: productFields }), reply: product },

  listVideos: { request: nothing, reply: v.array(video) },
  getVideo: { request: byId, reply: video },
  saveVideo: { request: v.strictObject({ id: v.nullable(f.id), fields: videoFields }), reply: video },

  listOrders: { request: nothing, reply: v.array(orderRow) },
  getOrder: { request: byId, reply: order },
  saveDraft: { request: v.strictObject({ id: v.nullable(f.id), draft: orderDraft }), reply: orderRow },
  checkOrder: { request: orderDraft, reply: orderCheck },
  /** The order as an order file (interfaces.md 2), to run the same forecast on the command line. */
  getOrderFile: { request: orderDraft, reply: v.strictObject({ json: v.string() }) },
  /**
   * Records the payment of a saved draft and freezes its forecast, in one transaction. `commandId` is made by the page
   * before it asks: sending it twice pays once (L2). The forecast is run again from `seed` and must give `digest`.
   */
  payOrder: {
    request: v.strictObject({
      id: f.id,
      commandId: f.id,
      method: v.picklist(paymentMethods),
      reference: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
      seed: f.count,
      replicates: f.count,
      digest: v.string(),
    }),
    reply: order,
  },

  /** The life of a paid order, each step one transaction with its event, its ledger entry and its line in the log. */
  moveOrder: { request: moveOrder, reply: order },
  askRefund: { request: askRefund, reply: order },
  answerRefund: { request: answerRefund, reply: order },
  recordDeliveries: { request: recordDeliveries, reply: order },
  /** Fills the days that have no report with one possible delivery, marked as simulated. */
  simulateDelivery: { request: v.strictObject({ id: f.id, seed: f.count }), reply: order },
  getOrderMoney: { request: byId, reply: orderMoney },
  listReports: { request: byId, reply: v.array(deliveryReport) },
  listLog: { request: v.strictObject({ kind: v.picklist(loggedKinds), id: f.id }), reply: v.array(logged) },

  /** Runs, each with the result of its kind (runs.ts). */
  startForecast: { request: startForecast, reply: runStarted },
  startCurve: { request: startCurve, reply: runStarted },
  startComparison: { request: startComparison, reply: runStarted },
  startAllocation: { request: startAllocation, reply: runStarted },
  /** Runs the frozen forecast of a paid order again, from its frozen inputs (FO9). */
  rerunForecast: { request: byId, reply: runStarted },
  /** One possible delivery of a draft, at once. */
  playOrder: { request: v.strictObject({ draft: orderDraft, seed: f.count }), reply: played },
  cancelRun: { request: v.strictObject({ runId: f.id }), reply: nothing },
} as const

export type Contract = typeof contract
export type Method = keyof Contract
export type Request<M extends Method> = v.InferOutput<Contract[M]['request']>
export type Reply<M extends Method> = v.InferOutput<Contract[M]['reply']>
