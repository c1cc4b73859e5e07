import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { marketProfiles } from '../../../../core/market/profiles.ts'
import { writeOrderFile } from '../../../../core/order/orderFile.ts'
import type { Writer } from '../../../../db/connection.ts'
import { saveCreator } from '../../../../db/creators.ts'
import { recordDeliveries } from '../../../../db/deliveries.ts'
import { openWorkspace } from '../../../../db/openWorkspace.ts'
import { payOrder } from '../../../../db/payOrder.ts'
import { saveProduct } from '../../../../db/products.ts'
import { recordTransition } from '../../../../db/recordTransition.ts'
import { saveDraft } from '../../../../db/saveDraft.ts'
import { saveVideo } from '../../../../db/saveVideo.ts'
import {
  creatorFields,
  orderDraft,
  payCommand,
  productFields,
  videoFields,
} from '../../../db/fixtures/samples.ts'
import { valueOf } from '../../../db/fixtures/valueOf.ts'
import { britishOrder } from '../../../fixtures/promoteOrders.ts'
import { wholeForecast } from '../../../fixtures/wholeForecast.ts'

const minute = 60_000
/** 23 November 2026, 12:00 in London; each change comes a minute later. */
export const firstMinute = Date.UTC(2026, 10, 23, 12)

/** A workspace on the disk with paid and delivered orders, one of them with words that a spreadsheet would run. */
export function packedWorkspace(orders = 3, replicates = 50) {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-evidence-'))
  const dataDir = join(folder, 'data')
  let at = firstMinute
  const open = () => valueOf(openWorkspace({ dataDir, now: () => (at += minute), mode: 'write' }))
  const opened = open()
  if (opened.readOnly) throw new Error('a fresh folder is writable')
  const ids = opened.writer.transaction(() => fill(opened.writer, orders, replicates))
  opened.close()
  return {
    folder,
    dataDir,
    ids,
    at: (name: string) => join(folder, name),
    /** Writes with the workspace open, and closes it. */
    write<T>(work: (writer: Writer) => T): T {
      const again = open()
      try {
        if (again.readOnly) throw new Error('it is writable')
        return work(again.writer)
      } finally {
        again.close()
      }
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
export type PackedWorkspace = ReturnType<typeof packedWorkspace>

function fill(writer: Writer, count: number, replicates: number): readonly string[] {
  const creator = valueOf(saveCreator(writer, { id: null, fields: creatorFields }))
  const product = valueOf(
    saveProduct(writer, { id: null, fields: { ...productFields, name: '=1+1 tint, "rose"' } }),
  )
  const video = valueOf(saveVideo(writer, { id: null, fields: videoFields(creator.id, [product.id]) }))
  const order = britishOrder({ durationDays: 7 })
  const profile = marketProfiles.GB
  const forecast = wholeForecast({ order, profile, seed: 1, replicates })
  const frozen = { forecast, profile, orderFile: writeOrderFile(order) }
  return Array.from({ length: count }, (_, place) => {
    const draft = { ...orderDraft(video.id, product.id), budgetMinor: 7000 + 100 * place }
    const saved = valueOf(saveDraft(writer, { id: null, draft }))
    const orderId = saved.id
    valueOf(payOrder(writer, { ...payCommand(saved, `pay-${place}`), ...frozen }))
    for (const to of ['scheduled', 'active'] as const)
      valueOf(recordTransition(writer, { orderId, to, what: `Now ${to}` }))
    const days = Array.from({ length: 3 }, (_, day) => ({
      date: `2026-12-0${day + 1}`,
      impressions: 1000 + day,
      reach: 900,
      linkClicks: 10 + day,
      pageViews: 9,
      conversions: 1,
      spendMinor: 900,
      revenueMinor: 1299,
      source: 'typed' as const,
    }))
    valueOf(recordDeliveries(writer, { orderId, days }))
    return orderId
  })
}
