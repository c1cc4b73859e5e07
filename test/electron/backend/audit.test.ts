import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import type { AuditSummary } from '../../../core/contract/audit.ts'
import type { Request } from '../../../core/contract/contract.ts'
import { openBackend, someNoon, type TestBackend, withDraft } from './testBackend.ts'

const everything: Request<'startAudit'> = { from: null, to: null, orderId: null }
const asked: Request<'listFindings'> = {
  rules: [],
  severities: [],
  state: null,
  orderId: null,
  from: 0,
  count: 500,
}
const day = {
  date: '2026-12-01',
  impressions: 1000,
  reach: null,
  linkClicks: 12,
  pageViews: null,
  conversions: null,
  spendMinor: 8000,
  revenueMinor: null,
  source: 'typed',
} as const

/** An order that spent more than was paid, on a clock that stands after its end. */
async function openWithOverspent() {
  let now = someNoon
  const open = await openBackend({ now: () => now })
  onTestFinished(() => open.close())
  const { draft, order } = await withDraft(open)
  const { digest } = await open.forecast(draft, 60)
  const terms = { method: 'card', reference: 'R-1', seed: 1, replicates: 60, digest } as const
  await open.get('payOrder', { id: order.id, commandId: 'pay-1', ...terms })
  await open.get('moveOrder', { id: order.id, to: 'active', what: 'Began' })
  now = Date.UTC(2026, 11, 20)
  await open.get('recordDeliveries', { id: order.id, days: [day] })
  return { open, id: order.id }
}

async function audit(open: TestBackend, scope = everything): Promise<AuditSummary> {
  const { runId } = await open.get('startAudit', scope)
  const ended = await open.untilRunEnds(runId)
  if (ended.kind !== 'done' || ended.result?.kind !== 'audit') throw new Error(JSON.stringify(ended))
  return ended.result.summary
}

test('A5, A14, L24: findings are decided with a reason, kept, logged, and open again when their numbers change', async () => {
  const { open, id } = await openWithOverspent()
  expect(await open.get('getAudit', {})).toBeNull()
  expect(await audit(open)).toMatchObject({ orders: 1, open: { error: 1 }, totals: { error: 1 } })
  const list = await open.get('listFindings', { ...asked, severities: ['error'] })
  expect(list.findings).toMatchObject([
    { state: 'open', decision: null, finding: { rule: 'A5', case: 'spendAbovePaid', orderId: id } },
  ])
  const key = list.findings[0]?.finding.key ?? ''
  expect(await open.ask('decideFinding', { key, decision: 'accepted', reason: ' ' })).toMatchObject({
    ok: false,
  })
  await open.get('decideFinding', { key, decision: 'accepted', reason: 'The platform gave credit' })
  expect(await open.get('getFinding', { key })).toMatchObject({
    state: 'accepted',
    decision: { reason: 'The platform gave credit', who: 'user' },
  })
  expect(open.events).toContainEqual({ kind: 'changed', what: 'audit' })
  expect(await open.get('getAudit', {})).toMatchObject({ open: { error: 0 }, totals: { error: 1 } })
  const log = await open.get('listLog', { kind: 'order', id })
  expect(log.at(-1)).toMatchObject({
    what: 'decideFinding',
    payload: { finding: key, decision: 'accepted', reason: 'The platform gave credit' },
  })
  await open.get('recordDeliveries', { id, days: [{ ...day, spendMinor: 9000 }] })
  expect(await audit(open)).toMatchObject({ open: { error: 1 } })
  expect(await open.get('listDecisions', { key })).toMatchObject([{ decision: 'accepted', isOutdated: true }])
  await open.get('decideFinding', { key, decision: 'resolved', reason: 'Entered again' })
  await open.get('decideFinding', { key, decision: 'reopened', reason: 'No, it was not' })
  expect(await open.get('getFinding', { key })).toMatchObject({ state: 'open' })
  expect((await open.get('listDecisions', { key })).map(({ decision }) => decision)).toEqual([
    'accepted',
    'resolved',
    'reopened',
  ])
  expect(
    await open.ask('decideFinding', { key: 'A5:none', decision: 'accepted', reason: 'x' }),
  ).toMatchObject({
    failure: { code: 'not_found' },
  })
})

test('A11, A13, A14: an invoice makes known what was not, a correction of it is kept, and tolerances are logged', async () => {
  const { open, id } = await openWithOverspent()
  const unknownOf = ({ tallies }: AuditSummary, rule: string) =>
    tallies.find(each => each.rule === rule)?.unknown
  expect(unknownOf(await audit(open), 'A14')).toBe(1)
  const invoice = {
    number: 'INV-7',
    issuedOn: '2026-12-09',
    netMinor: 7000,
    taxMinor: 1400,
    impressions: 1012,
    grossImpressions: 1030,
  }
  expect(await open.get('recordInvoice', { id, invoice })).toEqual(invoice)
  expect(
    await open.ask('recordInvoice', { id, invoice: { ...invoice, issuedOn: '2026-02-30' } }),
  ).toMatchObject({
    failure: { code: 'bad_input' },
  })
  expect(unknownOf(await audit(open), 'A14')).toBe(0)
  expect((await open.get('listFindings', { ...asked, rules: ['A14', 'A11', 'A13'] })).total).toBe(0)
  await open.get('saveTolerances', { countShare: 0.01, moneyMinor: 0, invalidShare: 0.01 })
  await audit(open)
  const { findings } = await open.get('listFindings', { ...asked, rules: ['A14', 'A15'] })
  expect(findings.map(({ finding }) => finding.case).toSorted()).toEqual([
    'billedImpressions',
    'invalidTraffic',
  ])
  await open.get('recordInvoice', { id, invoice: { ...invoice, impressions: 1000 } })
  expect(await open.get('getInvoice', { id })).toMatchObject({ impressions: 1000 })
  const log = await open.get('listLog', { kind: 'order', id })
  expect(log.filter(({ what }) => what === 'recordInvoice')).toHaveLength(2)
  const settings = await open.get('listLog', { kind: 'workspace', id: 'auditTolerances' })
  expect(settings).toMatchObject([{ what: 'save', payload: { fields: { countShare: 0.01 } } }])
})

test('FO9, K24: frozen forecasts run again come out the same; an audit of another period forgets them', async () => {
  const { open } = await openWithOverspent()
  await audit(open)
  const { runId } = await open.get('startReruns', everything)
  expect(await open.untilRunEnds(runId)).toMatchObject({
    kind: 'done',
    result: { kind: 'audit', summary: { reruns: { orders: 1, same: 1, differ: 0 } } },
  })
  expect(await audit(open, { ...everything, from: '2026-12-08' })).toMatchObject({ orders: 1, reruns: null })
  expect(await open.ask('startAudit', { ...everything, from: '2026-12-02', to: '2026-12-01' })).toMatchObject(
    {
      failure: { code: 'bad_input' },
    },
  )
})

test('A5, A20: an audit and its re-runs stand after a restart with what was decided, and one that is damaged or of another workspace is made again', async () => {
  const { open } = await openWithOverspent()
  await audit(open)
  const { runId } = await open.get('startReruns', everything)
  await open.untilRunEnds(runId)
  const { findings } = await open.get('listFindings', asked)
  const key = findings[0]?.finding.key ?? ''
  await open.get('decideFinding', { key, decision: 'accepted', reason: 'Known' })
  const before = await open.get('getAudit', {})
  expect(before).toMatchObject({ orders: 1, open: { error: 0 }, reruns: { same: 1 } })
  await open.backend.close()
  const again = await openBackend({ dataDir: open.dataDir })
  expect(await again.get('getAudit', {})).toEqual(before)
  expect(await again.get('getFinding', { key })).toMatchObject({ state: 'accepted' })
  await again.backend.close()
  const file = join(open.dataDir, 'last-audit.json')
  const kept = readFileSync(file, 'utf8')
  for (const text of [kept.slice(0, -9), kept.replace(/"workspaceId":"[^"]*"/, '"workspaceId":"other"')]) {
    writeFileSync(file, text)
    const other = await openBackend({ dataDir: open.dataDir })
    expect(await other.get('getAudit', {})).toBeNull()
    await other.backend.close()
  }
})

test('K24, D26: an integrity check is a run that ends in what `foreclick check` says, and can be cancelled', async () => {
  const { open } = await openWithOverspent()
  const first = await open.get('startIntegrityCheck', {})
  await open.get('cancelRun', first)
  expect(await open.untilRunEnds(first.runId)).toMatchObject({
    kind: 'failed',
    failure: { code: 'cancelled' },
  })
  const second = await open.get('startIntegrityCheck', {})
  const ended = await open.untilRunEnds(second.runId)
  expect(ended).toMatchObject({ kind: 'done', result: { kind: 'integrity', ok: true } })
  const names =
    ended.kind === 'done' && ended.result?.kind === 'integrity'
      ? ended.result.checks.map(({ name }) => name)
      : []
  expect(names).toEqual(expect.arrayContaining(['file', 'ledger', 'log', 'events']))
})
