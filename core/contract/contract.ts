import * as v from 'valibot'

import { verdict } from '../eligibility/verdict.ts'
import { accuracy, startBacktest } from './accuracy.ts'
import { played, startAllocation, startComparison, startCurve, startForecast } from './analyses.ts'
import { editProfileEntry, profileShown, startEffect } from './assumptions.ts'
import {
  auditScope,
  auditSummary,
  auditTolerances,
  auditedFinding,
  decideFinding,
  findingHistory,
  findingKey,
  findingList,
  listFindings,
  orderInvoice,
  recordInvoice,
} from './audit.ts'
import { backupList, recover, recovered, recovery } from './backups.ts'
import { downloadPiece, downloadRef, readDownload } from './downloads.ts'
import { confirmation, exportedCheckpoint, makeConfirmation, startEvidence, startVerify } from './evidence.ts'
import { commitImport, importBatch, planImport, startExport, startImport } from './exchange.ts'
import * as f from './fields.ts'
import {
  forecastBasis,
  forecastBasisAsked,
  history,
  learning,
  openUpload,
  sendUpload,
  uploadOpened,
  uploadReceived,
  uploadRef,
} from './learning.ts'
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
import {
  bulkDone,
  bulkEdit,
  bulkPreview,
  listOrders,
  orderList,
  orderSelection,
  orderView,
  savedView,
} from './orderList.ts'
import { order, orderCheck, orderDraft, orderRow, paymentTerms } from './orders.ts'
import { overview } from './overview.ts'
import {
  archiveRecords,
  creator,
  creatorFields,
  datedFact,
  factSubject,
  mergeRecords,
  product,
  productFields,
  recordFact,
  video,
  videoFields,
} from './records.ts'
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

  listBackups: { request: nothing, reply: backupList },
  /** Makes a backup now; a run. */
  backUp: { request: nothing, reply: runStarted },
  /** What there is to do about a workspace that does not open; null where one is open. */
  getRecovery: { request: nothing, reply: v.nullable(recovery) },
  /** A text about the program, the machine and the state of the data, without anything of what is in it, to be read and shared. */
  getDiagnostics: { request: nothing, reply: v.strictObject({ text: v.string() }) },
  /** Goes on in one of the ways of the recovery; also puts a backup in the place of an open workspace, or takes that back. */
  recover: { request: recover, reply: recovered },

  listCreators: { request: nothing, reply: v.array(creator) },
  getCreator: { request: byId, reply: creator },
  saveCreator: { request: v.strictObject({ id: v.nullable(f.id), fields: creatorFields }), reply: creator },

  listProducts: { request: nothing, reply: v.array(product) },
  saveProduct: { request: v.strictObject({ id: v.nullable(f.id), fields: productFields }), reply: product },

  /** Facts that change over time, each with the day from which it held. */
  listFacts: { request: v.strictObject(factSubject), reply: v.array(datedFact) },
  recordFact: { request: recordFact, reply: v.array(datedFact) },
  removeFact: {
    request: v.strictObject({ ...factSubject, fact: v.string(), from: f.isoDate }),
    reply: v.array(datedFact),
  },
  /** Puts records away or takes them out again, all or none; answers with how many changed. */
  archiveRecords: { request: archiveRecords, reply: v.strictObject({ changed: f.count }) },
  mergeRecords: { request: mergeRecords, reply: nothing },

  listVideos: { request: nothing, reply: v.array(video) },
  getVideo: { request: byId, reply: video },
  saveVideo: { request: v.strictObject({ id: v.nullable(f.id), fields: videoFields }), reply: video },

  /** A piece of a view of the orders, with what the whole view adds up to. */
  listOrders: { request: listOrders, reply: orderList },
  /** What a change of many orders would do; writes nothing. */
  previewBulk: { request: v.strictObject(bulkEdit), reply: bulkPreview },
  /** Changes many unpaid orders in one transaction; the same command again changes nothing (L2). */
  editBulk: { request: v.strictObject({ commandId: f.id, ...bulkEdit }), reply: bulkDone },
  /** Puts back what a change of many orders changed, but for those that were changed or paid since. */
  undoBulk: { request: v.strictObject({ commandId: f.id }), reply: bulkDone },
  /** Names of orders that a selection means. */
  archiveOrders: {
    request: v.strictObject({ selection: orderSelection, archived: v.boolean() }),
    reply: v.strictObject({ ids: v.array(f.id), refused: f.count }),
  },
  listViews: { request: nothing, reply: v.array(savedView) },
  saveView: {
    request: v.strictObject({ id: v.nullable(f.id), name: f.name, view: orderView }),
    reply: savedView,
  },
  deleteView: { request: byId, reply: nothing },
  /** Orders under way with what each asks of a person, and the money of this month. */
  getOverview: { request: nothing, reply: overview },
  /** Whether the order was allowed on the day it was paid, and is today, by the facts of each day (A16). */
  getOrderVerdicts: {
    request: byId,
    reply: v.strictObject({ paid: v.nullable(verdict), today: v.nullable(verdict) }),
  },
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
      ...paymentTerms,
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

  /** Files from any host, in pieces. */
  openUpload: { request: openUpload, reply: uploadOpened },
  sendUpload: { request: sendUpload, reply: uploadReceived },
  closeUpload: { request: uploadRef, reply: nothing },

  /** Reads an upload and tells what importing it would do (`importPreview`, or `importColumns` to be matched first); a run. */
  startImport: { request: startImport, reply: runStarted },
  /** The same with other decisions; a run. */
  startImportPlan: { request: planImport, reply: runStarted },
  /** Imports what was shown, in one transaction, and drops the upload; a run. */
  startImportCommit: { request: commitImport, reply: runStarted },
  /** Takes a whole import back; a run. */
  startImportUndo: { request: byId, reply: runStarted },
  listImports: { request: nothing, reply: v.array(importBatch) },
  /** Writes a file to be fetched in pieces; a run. */
  startExport: { request: startExport, reply: runStarted },

  /** A file that a run made, in pieces. */
  readDownload: { request: readDownload, reply: downloadPiece },
  closeDownload: { request: downloadRef, reply: nothing },

  /** Imported files of delivery history, the last first; those put away too. */
  listHistories: { request: nothing, reply: v.array(history) },
  /** Imports an upload, which is gone afterwards; a run. */
  startHistoryImport: { request: uploadRef, reply: runStarted },
  /** Puts a history away: nothing is learnt from it any more. */
  removeHistory: { request: byId, reply: history },
  restoreHistory: { request: byId, reply: history },
  getLearning: { request: nothing, reply: learning },
  /** Learns from own orders and imported histories now; a run. */
  startLearning: { request: nothing, reply: runStarted },
  getForecastBasis: { request: forecastBasisAsked, reply: forecastBasis },
  startBacktest: { request: startBacktest, reply: runStarted },
  getAccuracy: { request: nothing, reply: accuracy },

  /** Packs the evidence of orders into one signed file; a run that ends in a download. */
  startEvidence: { request: startEvidence, reply: runStarted },
  /** Checks an upload, which is gone afterwards; a run. */
  startVerify: { request: startVerify, reply: runStarted },
  /** Signs the log as it stands, to be kept elsewhere (L22). */
  exportCheckpoint: { request: nothing, reply: exportedCheckpoint },
  makeConfirmation: { request: makeConfirmation, reply: confirmation },

  getProfile: { request: v.strictObject({ market: f.market }), reply: profileShown },
  editProfileEntry: { request: editProfileEntry, reply: profileShown },
  startEffect: { request: startEffect, reply: runStarted },

  /** Judges orders by every rule of an audit; a run. */
  startAudit: { request: auditScope, reply: runStarted },
  /** Runs the frozen forecasts of the same orders again and compares their digests (FO9); a run. */
  startReruns: { request: auditScope, reply: runStarted },
  /** What `foreclick check` does; a run. */
  startIntegrityCheck: { request: nothing, reply: runStarted },
  /** The audit that was made last; null before the first. */
  getAudit: { request: nothing, reply: v.nullable(auditSummary) },
  listFindings: { request: listFindings, reply: findingList },
  /** Null where the last audit has no such finding. */
  getFinding: { request: findingKey, reply: v.nullable(auditedFinding) },
  /** All that was decided about a finding, the first first. */
  listDecisions: { request: findingKey, reply: findingHistory },
  decideFinding: { request: decideFinding, reply: findingHistory },
  getTolerances: { request: nothing, reply: auditTolerances },
  saveTolerances: { request: auditTolerances, reply: auditTolerances },
  getInvoice: { request: byId, reply: orderInvoice },
  recordInvoice: { request: recordInvoice, reply: orderInvoice },

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
/** What a page may send; what it leaves out has its usual value. */
export type Request<M extends Method> = v.InferInput<Contract[M]['request']>
/** A request as the backend gets it. */
export type Asked<M extends Method> = v.InferOutput<Contract[M]['request']>
export type Reply<M extends Method> = v.InferOutput<Contract[M]['reply']>
