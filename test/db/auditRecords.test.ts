import { expect, test } from 'vitest'

import { auditedAfter, countAudited, createRecordReader } from '../../db/auditRecords.ts'
import { saveCreator } from '../../db/creators.ts'
import { recordInvoice } from '../../db/invoices.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveProduct } from '../../db/products.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { creatorFields, orderDraft, payCommand, productFields, videoFields } from './fixtures/samples.ts'
import { valueOf } from './fixtures/valueOf.ts'
import { openForTest, temporaryFolder } from './fixtures/workspaceFolder.ts'

const invoice = {
  number: 'INV-1',
  issuedOn: '2026-12-09',
  netMinor: 7000,
  taxMinor: 1400,
  impressions: null,
  grossImpressions: null,
}

/** Two orders that run from 1 to 8 December 2026, one of them paid. */
function openWithOrders() {
  const { writer } = openForTest(temporaryFolder())
  const creator = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const product = valueOf(saveProduct(writer, { id: null, fields: productFields }))
  const video = valueOf(saveVideo(writer, { id: null, fields: videoFields(creator.id, [product.id]) }))
  const draft = orderDraft(video.id, product.id)
  const unpaid = valueOf(saveDraft(writer, { id: null, draft }))
  const order = valueOf(saveDraft(writer, { id: null, draft }))
  valueOf(payOrder(writer, payCommand(order, 'c')))
  return { writer, order, unpaid }
}

test('A16, A41: orders are audited that were paid and run on any day of the period, both ends included', () => {
  const { writer, order } = openWithOrders()
  const of = (from: string | null, to: string | null) => countAudited(writer, { from, to, orderId: null })
  expect([of(null, null), of('2026-12-08', null), of(null, '2026-12-01')]).toEqual([1, 1, 1])
  expect([of('2026-12-09', null), of(null, '2026-11-30')]).toEqual([0, 0])
  const everyone = { from: null, to: null, orderId: null }
  const page = { after: '', limit: 10 }
  expect(auditedAfter(writer, everyone, page)).toEqual([order.id])
  expect(auditedAfter(writer, everyone, { ...page, after: order.id })).toEqual([])
  expect(auditedAfter(writer, { ...everyone, orderId: 'other' }, page)).toEqual([])
})

test('A11, L3: an invoice is of a paid order; a later one holds, the same again changes nothing', () => {
  const { writer, order, unpaid } = openWithOrders()
  expect(recordInvoice(writer, unpaid.id, invoice)).toMatchObject({ failure: { code: 'refused' } })
  expect(recordInvoice(writer, 'none', invoice)).toMatchObject({ failure: { code: 'not_found' } })
  valueOf(recordInvoice(writer, order.id, invoice))
  valueOf(recordInvoice(writer, order.id, invoice))
  valueOf(recordInvoice(writer, order.id, { ...invoice, number: 'INV-2' }))
  const [record] = createRecordReader(writer)([order.id])
  expect(record?.invoice).toMatchObject({ number: 'INV-2', netMinor: 7000 })
  expect(record?.entries.map(({ what }) => what)).toEqual([
    'save',
    'payOrder',
    'recordInvoice',
    'recordInvoice',
  ])
  expect(record).toMatchObject({
    state: 'in_review',
    title: 'Three lips in a minute',
    payment: { netMinor: 7000 },
  })
})
