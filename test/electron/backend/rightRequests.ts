import type { Method, Request } from '../../../core/contract/contract.ts'
import { everyOrder } from '../../../core/contract/orderList.ts'
import { historyFile } from '../../fixtures/historyFile.ts'
import { auditRequests } from './auditRequests.ts'
import { evidenceRequests } from './evidenceRequests.ts'
import { importRequests } from './importRequests.ts'
import { learningRequests } from './learningRequests.ts'
import { sendFile } from './sendFile.ts'
import { creatorFields, productFields, type TestBackend, videoFields, withDraft } from './testBackend.ts'

export type Requests = { readonly [M in Method]: Request<M> }

/** Fills a workspace, and answers a right request of every method about what is in it; the last puts back what was before. */
export async function rightRequests(open: TestBackend): Promise<Requests> {
  const { creator, product, video, draft, order } = await withDraft(open)
  const forecast = { draft, seed: 1, replicates: 10, key: 'test' }
  const named = { name: 'A', draft }
  const { runId } = await open.get('startForecast', forecast)
  const ended = await open.untilRunEnds(runId)
  const digest =
    ended.kind === 'done' && ended.result?.kind === 'forecast' ? ended.result.forecast.digest : undefined
  const refundable = await open.get('saveDraft', { id: null, draft })
  const paid = { commandId: 'c0', method: 'card', reference: 'R-0', seed: 1, replicates: 10 } as const
  await open.get('payOrder', { ...paid, id: refundable.id, digest: digest ?? '' })
  for (const to of ['active', 'completed'] as const)
    await open.get('moveOrder', { id: refundable.id, to, what: `Now ${to}` })
  const audit = await open.get('startAudit', { from: null, to: null, orderId: null })
  await open.untilRunEnds(audit.runId)
  const { listFindings } = auditRequests({ orderId: '', key: '' })
  const { findings } = await open.get('listFindings', listFindings)
  const other = await open.get('saveCreator', { id: null, fields: { ...creatorFields, handle: '@other' } })
  const saved = await open.get('saveView', { id: null, name: 'Kept', view: everyOrder })
  await open.untilRunEnds((await open.get('backUp', {})).runId)
  const [copy] = (await open.get('listBackups', {})).backups
  const csv = historyFile(20)
  const uploaded = () => sendFile(open, 'history.csv', csv)
  const first = await open.get('startHistoryImport', { uploadId: await uploaded() })
  await open.untilRunEnds(first.runId)
  const [history] = await open.get('listHistories', {})
  const imported = history?.id ?? ''
  const whole = await uploaded()
  const { uploadId: sent } = await open.get('openUpload', { name: 'history.csv', bytes: 7 })
  return {
    getWorkspace: {},
    getSettings: {},
    saveSettings: {
      language: 'id',
      theme: 'dark',
      density: 'compact',
      backupEvery: 'day',
      updates: 'on',
      updateFeed: 'https://updates.example/',
    },
    fillDemo: {},
    listCreators: {},
    getCreator: { id: creator.id },
    saveCreator: { id: null, fields: { ...creatorFields, handle: '@another' } },
    listProducts: {},
    saveProduct: { id: product.id, fields: productFields },
    listVideos: {},
    getVideo: { id: video.id },
    saveVideo: { id: null, fields: videoFields(creator.id, [product.id]) },
    listOrders: {},
    getOverview: {},
    previewBulk: { selection: { kind: 'ids', ids: [order.id] }, change: { durationDays: 5 } },
    editBulk: {
      commandId: 'b1',
      selection: { kind: 'view', view: everyOrder, except: [refundable.id] },
      change: { budgetFactor: 1.5, shiftDays: 3 },
    },
    undoBulk: { commandId: 'b1' },
    archiveOrders: { selection: { kind: 'ids', ids: [refundable.id] }, archived: true },
    listViews: {},
    saveView: { id: null, name: 'Mine', view: everyOrder },
    deleteView: { id: saved.id },
    getOrderVerdicts: { id: refundable.id },
    listFacts: { kind: 'creator', id: creator.id },
    recordFact: {
      kind: 'creator',
      id: creator.id,
      fact: 'anchorAccess',
      from: '2026-11-20',
      value: true,
      note: 'Seen in the app',
    },
    removeFact: { kind: 'creator', id: creator.id, fact: 'anchorAccess', from: '2026-11-20' },
    archiveRecords: { kind: 'video', ids: [video.id], archived: true },
    mergeRecords: { kind: 'creator', id: other.id, into: creator.id },
    getOrder: { id: order.id },
    saveDraft: { id: null, draft },
    checkOrder: draft,
    getOrderFile: draft,
    payOrder: {
      id: order.id,
      commandId: 'c1',
      method: 'card',
      reference: 'R-1',
      seed: 1,
      replicates: 10,
      digest: digest ?? '',
    },
    startForecast: forecast,
    startCurve: forecast,
    startComparison: { drafts: [named, named], seed: 1, replicates: 10, key: 'test' },
    startAllocation: {
      drafts: [named, named],
      budgetMinor: 10_000,
      maximise: 'clicks',
      seed: 1,
      replicates: 10,
      key: 'test',
    },
    rerunForecast: { id: refundable.id },
    moveOrder: { id: order.id, to: 'active', what: 'Approved' },
    recordDeliveries: {
      id: order.id,
      days: [
        {
          date: '2026-12-01',
          impressions: 900,
          reach: null,
          linkClicks: 12,
          pageViews: null,
          conversions: null,
          spendMinor: 900,
          revenueMinor: null,
          source: 'typed',
        },
      ],
    },
    simulateDelivery: { id: order.id, seed: 3 },
    getOrderMoney: { id: order.id },
    listReports: { id: order.id },
    listLog: { kind: 'order', id: order.id },
    askRefund: { id: refundable.id, commandId: 'r1', what: 'Unspent', netMinor: 100, taxMinor: 0 },
    answerRefund: { id: refundable.id, commandId: 'r2', what: 'No', outcome: 'refused' },
    playOrder: { draft, seed: 1 },
    ...(await evidenceRequests(open, refundable.id)),
    ...learningRequests({ draft, orderId: order.id, sent, whole, imported }),
    ...(await importRequests(open)),
    ...auditRequests({ orderId: refundable.id, key: findings[0]?.finding.key ?? '' }),
    cancelRun: { runId },
    listBackups: {},
    backUp: {},
    getRecovery: {},
    getDiagnostics: {},
    // Last, because it puts back what was before the others.
    recover: { how: 'backup', name: copy?.name ?? '' },
  }
}
