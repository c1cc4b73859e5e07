import { expect, onTestFinished, test } from 'vitest'

import { blobSource } from '../../../electron/backend/evidence/verifier/blobSource.mjs'
import { verifyPack } from '../../../electron/backend/evidence/verifier/verifyPack.mjs'
import { makeActiveOrder } from '../../fixtures/activeOrder.ts'
import { auditRequests } from './auditRequests.ts'
import { packedEvidence, readWhole } from './evidenceRequests.ts'
import { commitOf, importFile, planOf, previewOf, someLine, undoOf } from './importRequests.ts'
import { openBackend, type TestBackend, temporaryFolder } from './testBackend.ts'

/** What an audit finds about the log and the money, and the verifier of packs about what was delivered. */
async function objections(open: TestBackend): Promise<readonly string[]> {
  const { runId } = await open.get('startAudit', { from: null, to: null, orderId: null })
  await open.untilRunEnds(runId)
  const { listFindings } = auditRequests({ orderId: '', key: '' })
  const { findings } = await open.get('listFindings', {
    ...listFindings,
    rules: ['A13', 'A17', 'A19', 'A40'],
  })
  const pack = await readWhole(open, (await packedEvidence(open)).download)
  const { faults } = await verifyPack(blobSource(new Blob([Uint8Array.from(pack)])), {})
  return [
    ...findings.flatMap(({ finding }) => (finding.severity === 'note' ? [] : [finding.case])),
    ...faults.flatMap(({ code, message }) => (code === 'forecast' ? [] : [message])),
  ]
}

test('A17, A19, L31: imported days stand in the log as they are, and so do days that went with an undo', async () => {
  const dataDir = temporaryFolder()
  const id = makeActiveOrder(dataDir)
  const open = await openBackend({ dataDir })
  onTestFinished(() => open.close())
  const typed = {
    date: '2026-12-01',
    impressions: 100,
    reach: null,
    linkClicks: 1,
    pageViews: null,
    conversions: null,
    spendMinor: 100,
    revenueMinor: null,
    source: 'typed' as const,
  }
  await open.get('recordDeliveries', { id, days: [typed] })
  const preview = await previewOf(
    open,
    importFile([someLine({ conversions: null }), someLine({ from: '2026-12-02', conversions: null })]),
  )
  const batch = await commitOf(open, await planOf(open, preview, { conflicts: 'replace' }), {
    conflicts: 'replace',
  })
  expect(await objections(open)).toEqual([])
  await undoOf(open, batch.id)
  expect(await objections(open)).toEqual([])
  const log = await open.get('listLog', { kind: 'order', id })
  expect(log.map(({ what }) => what).filter(what => what.endsWith('Deliveries'))).toEqual([
    'recordDeliveries',
    'recordDeliveries',
    'recordDeliveries',
    'withdrawDeliveries',
  ])
})
