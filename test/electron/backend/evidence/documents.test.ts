import { afterAll, beforeAll, expect, test } from 'vitest'

import { checkpointFingerprint } from '../../../../core/audit/checkpoint.ts'
import { orderDigest } from '../../../../core/audit/orderDigest.ts'
import type { Order } from '../../../../core/contract/orders.ts'
import { openWorkspace } from '../../../../db/openWorkspace.ts'
import { findOrder } from '../../../../db/orders.ts'
import { auditReport } from '../../../../electron/backend/documents/auditReport.ts'
import { orderConfirmation } from '../../../../electron/backend/documents/orderConfirmation.ts'
import { renderPdf } from '../../../../electron/backend/documents/renderPdf.ts'
import { valueOf } from '../../../db/fixtures/valueOf.ts'
import { type PackedWorkspace, packedWorkspace } from './packedWorkspace.ts'
import { pdfText } from './pdfText.ts'

const checkpoint = { size: 17, root: 'ab'.repeat(32), at: Date.UTC(2026, 10, 23, 12), keyId: '12'.repeat(16) }
const languages = ['en', 'id'] as const

let workspace: PackedWorkspace
let order: Order

beforeAll(() => {
  workspace = packedWorkspace(1)
  const opened = valueOf(openWorkspace({ dataDir: workspace.dataDir, now: Date.now, mode: 'read' }))
  const found = findOrder(opened.reader, workspace.ids[0]!)
  opened.close()
  if (found === undefined) throw new Error('the order is there')
  order = found
})

afterAll(() => {
  workspace[Symbol.dispose]()
})

const report = (orders: readonly Order[]) => (language: 'en' | 'id') =>
  auditReport({
    manifest: {
      format: 'foreclick-evidence',
      version: 1,
      createdAt: checkpoint.at,
      program: 'foreclick 0.1.0',
      modelVersion: '0.2',
      workspace: { id: 'w', demo: true },
      checkpoint,
      checkpointFingerprint: checkpointFingerprint(checkpoint),
      scope: { from: '2026-11-01', to: null, orders: null, wholeLog: false },
      counts: { orders: orders.length, entries: 9, transfers: 3 },
      findings: 1,
      confirmations: orders.length,
    },
    orders: orders.map(({ row, payment, forecast }) => ({
      row,
      payment,
      linkClicks: forecast?.totals.linkClicks ?? null,
    })),
    findings: [
      {
        key: 'A5:1',
        rule: 'A5',
        severity: 'error',
        orderId: order.row.id,
        title: 'Spent more than was paid',
        status: 'open',
        reason: null,
        evidence: {},
      },
    ],
    language,
  })
const confirmation = (language: 'en' | 'id') =>
  orderConfirmation({ order, checkpoint, demo: false, language })

test.each(languages)('L33: the same records make the same document, byte for byte (%s)', language => {
  for (const content of [confirmation(language), report([order])(language)])
    expect(Buffer.from(renderPdf(content)).equals(Buffer.from(renderPdf(content)))).toBe(true)
  const changed = { ...order, row: { ...order.row, videoTitle: 'Another title' } }
  const other = orderConfirmation({ order: changed, checkpoint, demo: false, language })
  expect(Buffer.from(renderPdf(other)).equals(Buffer.from(renderPdf(confirmation(language))))).toBe(false)
})

test.each(languages)('U80: documents are tagged A4 in their language (%s)', language => {
  for (const content of [confirmation(language), report([order])(language)]) {
    const source = Buffer.from(renderPdf(content)).toString('latin1')
    expect(source).toMatch(/\/MediaBox \[0 0 595\.28 841\.89\]/)
    expect(source).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(source).toMatch(/\/MarkInfo (?:\d+ 0 R|<<)/)
    expect(source).toContain('/Marked true')
    expect(source).toContain(`/Lang (${language === 'en' ? 'en-GB' : 'id-ID'})`)
    expect(source).toContain('pdfuaid:part>1<')
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'])
      expect(source).toContain(`/S /${tag}\n`)
    // Nothing of the clock: the document's date is that of its checkpoint.
    expect(source.match(/D:\d{14}/g)).toEqual(['D:20261123120000', 'D:20261123120000'])
  }
})

test.each(languages)(
  'L22: a confirmation prints the fingerprints of order, forecast, log and key (%s)',
  language => {
    const text = pdfText(renderPdf(confirmation(language)))
    for (const print of [
      checkpointFingerprint(checkpoint),
      checkpoint.root,
      orderDigest(order),
      order.forecast!.digest,
      '1212-1212-1212-1212-1212-1212-1212-1212',
      order.row.id,
    ])
      expect(text).toContain(print)
    expect(text).toContain(language === 'en' ? '£84.00' : '£84,00')
    expect(text).toContain(language === 'en' ? '1 December 2026, 09:00' : '1 Desember 2026, 09:00')
    expect(text).not.toContain('\uFFFD')
  },
)

test('L22: the audit report prints the checkpoint, the findings, and what is not proved', () => {
  const text = pdfText(renderPdf(report([order])('en')))
  for (const words of [
    checkpointFingerprint(checkpoint),
    'Spent more than was paid',
    'made-up orders',
    'The pack alone does not prove',
  ])
    expect(text.replaceAll(/\s+/g, ' ')).toContain(words)
})

test('U61: findings are told in the language of the document', () => {
  const text = pdfText(renderPdf(report([order])('id')))
  for (const words of ['Kesalahan', 'Biaya dalam yang dibayar', 'Terbuka']) expect(text).toContain(words)
  expect(text).not.toContain('Spent more than was paid')
})

test('U80: the last row of facts never stands alone on a page', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, i) => [`Name ${i}`, `Value ${i}`] as const)
  const pagesOf = (count: number) => {
    const content = { ...confirmation('en'), blocks: [{ kind: 'facts' as const, rows: rows(count) }] }
    return Buffer.from(renderPdf(content)).toString('latin1').split('/Type /Page\n').slice(1).length
  }
  const twoPages = Array.from({ length: 40 }, (_, i) => i + 36).find(count => pagesOf(count) > 1) ?? 0
  const content = { ...confirmation('en'), blocks: [{ kind: 'facts' as const, rows: rows(twoPages) }] }
  const text = pdfText(renderPdf(content))
  const foot = text.indexOf('Page 1 of 2')
  expect(pagesOf(twoPages - 1)).toBe(1)
  expect(text.indexOf(`Name ${twoPages - 3}`)).toBeLessThan(foot)
  expect(text.indexOf(`Name ${twoPages - 2}`)).toBeGreaterThan(foot)
})

test('L33: letters that the typeface lacks and long lists keep their place', () => {
  const row = { ...order.row, videoTitle: '世界 🎬 Łódź – kéđu' }
  const many = Array.from({ length: 230 }, () => ({ ...order, row }))
  const pdf = renderPdf(report(many)('id'))
  const text = pdfText(pdf)
  expect(text).toContain('?? ? Łódź – kéđu')
  expect(text).toContain('dan 30 lagi')
  const pages = Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)
  expect(pages!.length).toBeGreaterThan(5)
  expect(text).toContain(`Halaman ${pages!.length} dari ${pages!.length}`)
})
