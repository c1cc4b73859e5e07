import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { bytesTree, leafHash, MerkleFrontier } from '../../core/audit/merkleTree.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { writeOrderFile } from '../../core/order/orderFile.ts'
import type { Writer } from '../../db/connection.ts'
import { saveCreator } from '../../db/creators.ts'
import { recordDeliveries } from '../../db/deliveries.ts'
import { migrations } from '../../db/migrations.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { payOrder } from '../../db/payOrder.ts'
import { saveProduct } from '../../db/products.ts'
import { peaksBlob } from '../../db/readFrontier.ts'
import { recordTransition } from '../../db/recordTransition.ts'
import { saveDraft } from '../../db/saveDraft.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { sha256 } from '../../db/sha256.ts'
import { creatorFields, orderDraft, payCommand, productFields, videoFields } from '../db/fixtures/samples.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import { wholeForecast } from '../fixtures/wholeForecast.ts'

const creators = 400
const videosEach = 5
const copies = 5_000
/** Copies start on days of their own, over two years. */
const daysBack = 730
/** Days delivered by each pattern order, 140 by 20 of them. */
const patterns: readonly { readonly state: string; readonly days: number }[] = [
  { state: 'draft', days: 0 },
  { state: 'draft', days: 0 },
  { state: 'active', days: 6 },
  { state: 'active', days: 6 },
  ...Array.from({ length: 15 }, () => ({ state: 'completed', days: 8 })),
  { state: 'cancelled', days: 8 },
]

/**
 * A data folder with 100,000 orders and 700,000 delivered days, money, log and all: twenty orders are lived through by the real
 * commands and then copied, each copy with log entries of its own. Made once and kept until the schema changes.
 */
export function bigWorkspace(): string {
  const key = sha256(JSON.stringify([migrations.map(({ hash }) => hash), patterns, copies, daysBack])).slice(
    0,
    12,
  )
  const folder = join(tmpdir(), `foreclick-big-${key}`)
  if (existsSync(folder)) return folder
  process.stderr.write('making a workspace of 100,000 orders …\n')
  const making = `${folder}-making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  const videos = livePatterns(making)
  copyOrders(join(making, 'foreclick.db'), videos)
  renameSync(making, folder)
  return folder
}

function livePatterns(folder: string): readonly string[] {
  let at = Date.UTC(2026, 0, 1)
  const opened = valueOf(openWorkspace({ dataDir: folder, now: () => (at += 1000), mode: 'write' }))
  if (opened.readOnly) throw new Error('a fresh folder is writable')
  const frozen = frozenForecast()
  try {
    return opened.writer.transaction(() => {
      const videos = makeVideos(opened.writer)
      for (const [place, pattern] of patterns.entries()) {
        const { videoId = '', productId = '' } = videos[place] ?? {}
        liveOrder(opened.writer, { videoId, productId, frozen, budgetMinor: 2000 + 800 * place, ...pattern })
      }
      return videos.map(({ videoId }) => videoId)
    })
  } finally {
    opened.close()
  }
}

function makeVideos(writer: Writer) {
  const product = valueOf(saveProduct(writer, { id: null, fields: productFields }))
  const made: { readonly videoId: string; readonly productId: string }[] = []
  for (let i = 0; i < creators; i++) {
    const handle = `@creator.${i}`
    const creator = valueOf(saveCreator(writer, { id: null, fields: { ...creatorFields, handle } }))
    for (let j = 0; j < videosEach; j++) {
      const fields = { ...videoFields(creator.id, [product.id]), title: `Video ${j + 1} of ${handle}` }
      made.push({ videoId: valueOf(saveVideo(writer, { id: null, fields })).id, productId: product.id })
    }
  }
  return made
}

/** A forecast as heavy as a real one. */
function frozenForecast() {
  const order = britishOrder({ durationDays: 8 })
  const profile = marketProfiles.GB
  const forecast = wholeForecast({ order, profile, seed: 1, replicates: 2000 })
  return { forecast, profile, orderFile: writeOrderFile(order) }
}

type Life = (typeof patterns)[number] & {
  readonly budgetMinor: number
  readonly videoId: string
  readonly productId: string
  readonly frozen: ReturnType<typeof frozenForecast>
}

function liveOrder(writer: Writer, { videoId, productId, frozen, state, days, budgetMinor }: Life): void {
  const draft = { ...orderDraft(videoId, productId), durationDays: 8, budgetMinor }
  const order = valueOf(saveDraft(writer, { id: null, draft }))
  if (state === 'draft') return
  valueOf(payOrder(writer, { ...payCommand(order, `pay-${order.id}`), ...frozen }))
  const move = (to: 'scheduled' | 'active' | 'completed' | 'cancelled') =>
    valueOf(recordTransition(writer, { orderId: order.id, to, what: `Now ${to}` }))
  move('scheduled')
  move('active')
  const delivered = Array.from({ length: days }, (_, day) => ({
    date: `2026-12-${String(day + 1).padStart(2, '0')}`,
    impressions: 1000 + day,
    reach: 900,
    linkClicks: 10 + day,
    pageViews: 9,
    conversions: 1,
    spendMinor: Math.floor(order.budgetMinor / days),
    revenueMinor: 1299,
    source: 'typed' as const,
  }))
  valueOf(recordDeliveries(writer, { orderId: order.id, days: delivered }))
  if (state === 'completed' || state === 'cancelled') move(state)
}

/** Tables whose rows belong to one order, with the columns that name rows of their own. */
const owned = {
  promote_order: { order: 'id', own: [] },
  order_event: { order: 'order_id', own: [] },
  frozen_forecast: { order: 'order_id', own: [] },
  payment: { order: 'order_id', own: ['id', 'command_id'] },
  delivery_day: { order: 'order_id', own: [] },
  delivery_version: { order: 'order_id', own: [] },
  ledger_transfer: { order: 'order_id', own: ['id', 'command_id', 'ends_id', 'corrects_id'] },
  ledger_balance: { order: 'order_id', own: [] },
  order_figures: { order: 'order_id', own: [] },
} as const

function copyOrders(file: string, videos: readonly string[]): void {
  const database = new SqliteDatabase(file)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -400000')
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  database.transaction(() => {
    for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
    database.exec('CREATE TEMP TABLE pattern AS SELECT id FROM promote_order')
    const statements = Object.entries(owned).map(([table, names]) => copyStatement(database, table, names))
    const logger = logCopier(database)
    // The patterns are the first copy themselves.
    for (let copy = 1; copy < copies; copy++) {
      for (const statement of statements)
        statement.run({
          copy: `-${copy}`,
          video: videos[copy % videos.length],
          back: `-${copy % daysBack} days`,
        })
      logger.copy(`-${copy}`)
    }
    logger.end()
    for (const { sql } of triggers) database.exec(sql)
  })()
  database.close()
}

function copyStatement(
  database: SqliteDatabase.Database,
  table: string,
  { order, own }: { readonly order: string; readonly own: readonly string[] },
) {
  const columns = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_xinfo('${table}') WHERE hidden = 0 AND name <> 'sequence'`,
    )
    .pluck()
    .all()
  const values = columns.map(name => {
    if (name === 'video_id') return ':video'
    if (name === 'starts_at') return "strftime('%Y-%m-%dT%H:%M', starts_at, :back)"
    if (name === 'date') return 'date(date, :back)'
    return name === order || own.includes(name) ? `${name} || :copy` : name
  })
  return database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table}
     WHERE ${order} IN (SELECT id FROM pattern) AND coalesce(:video, :copy, :back) IS NOT NULL`,
  )
}

/** Appends the entries of the pattern orders anew for each copy, chained as any other. */
function logCopier(database: SqliteDatabase.Database) {
  const entries = database
    .prepare<[], { text: string; leaf: Buffer; id: string }>(
      `SELECT text, leaf, subject_id AS id FROM log_entry
       WHERE subject_kind = 'order' AND subject_id IN (SELECT id FROM pattern) ORDER BY seq`,
    )
    .all()
  const all = database.prepare<[], Buffer>('SELECT leaf FROM log_entry ORDER BY seq').pluck().all()
  const frontier = new MerkleFrontier(bytesTree)
  for (const leaf of all) frontier.append(leaf)
  let previous = all.at(-1)?.toString('hex') ?? ''
  const insert = database.prepare('INSERT INTO log_entry (seq, text, leaf) VALUES (?, ?, ?)')
  const encoder = new TextEncoder()
  return {
    copy(suffix: string): void {
      for (const { text, id } of entries) {
        const seq = frontier.size
        const copied = text
          .replace(/"previous":"[0-9a-f]{64}"/, `"previous":"${previous}"`)
          .replace(/"seq":\d+,"subject":\{"id":"[^"]*"/, `"seq":${seq},"subject":{"id":"${id}${suffix}"`)
        const leaf = leafHash(encoder.encode(copied))
        insert.run(seq, copied, leaf)
        frontier.append(leaf)
        previous = Buffer.from(leaf).toString('hex')
      }
    },
    end(): void {
      const { size, peaks } = frontier.state()
      database.prepare('UPDATE log_frontier SET size = ?, peaks = ?').run(size, peaksBlob(peaks))
    },
  }
}
