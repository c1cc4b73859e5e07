import * as v from 'valibot'

import { importSummary } from '../exchange/importSummary.ts'
import { importTargets, matchKinds } from '../exchange/importUnit.ts'
import { download } from './downloads.ts'
import * as f from './fields.ts'
import { orderView } from './orderList.ts'

const text = v.string()
const textOrNull = v.nullable(v.string())

/** Fields that a column can be matched to by hand, as paths into a row. */
export const mappableFields = [
  'from',
  'to',
  'names.campaign',
  'names.group',
  'names.ad',
  'names.video',
  'names.product',
  'names.account',
  'names.creator',
  'ids.campaign',
  'ids.group',
  'ids.ad',
  'ids.video',
  'ids.product',
  'ids.order',
  'currency',
  'spend',
  'revenue',
  'impressions',
  'reach',
  'linkClicks',
  'pageViews',
  'conversions',
] as const
export type MappableField = (typeof mappableFields)[number]

const columnMapping = v.record(text, textOrNull)

/** How a person wants a file to be read, where its headers do not say. */
const reading = v.strictObject({
  /** Columns matched by hand; null where the headers say what they are. */
  mapping: v.nullable(columnMapping),
  /** Null for what the file itself proves. */
  numberStyle: v.nullable(v.picklist(['point', 'comma'])),
  dateOrder: v.nullable(v.picklist(['ymd', 'dmy', 'mdy'])),
  currency: v.nullable(v.pipe(text, v.maxLength(3))),
})
export type Reading = v.InferOutput<typeof reading>

/** Reads an upload, or reads it again in another way; a run. The workspace is not touched. */
export const startImport = v.strictObject({ uploadId: f.id, reading: v.nullable(reading) })

const unitChoice = v.strictObject({
  key: v.pipe(text, v.minLength(1), v.maxLength(4000)),
  target: v.picklist(importTargets),
  orderId: v.nullable(f.id),
})
export type UnitChoice = v.InferOutput<typeof unitChoice>
export const importDecisions = v.strictObject({
  choices: v.array(unitChoice),
  /** Whether the file wins over days that a person typed otherwise. */
  conflicts: v.picklist(['keep', 'replace']),
})

export const planImport = v.strictObject({ importId: f.id, ...importDecisions.entries })
/** `expected` is the summary that was shown: what would do something else is refused. */
export const commitImport = v.strictObject({ ...planImport.entries, expected: importSummary })

/** An imported file. Taken back, it stays in the list. */
export const importBatch = v.strictObject({
  id: f.id,
  name: text,
  digest: text,
  format: text,
  importedAt: f.epochMs,
  who: text,
  summary: importSummary,
  historyId: v.nullable(f.id),
  undoneAt: v.nullable(f.epochMs),
})
export type ImportBatch = v.InferOutput<typeof importBatch>

const rowProblem = v.strictObject({ line: f.count, column: textOrNull, found: text, expected: text })
/** What is wrong in the same way: how to mend it, and the first few rows (U11). */
const problemGroup = v.strictObject({
  code: text,
  severity: v.picklist(['error', 'warning']),
  fix: text,
  /** Whether such rows are left out. */
  isLeft: v.boolean(),
  rows: f.count,
  first: v.array(rowProblem),
})

const candidate = v.strictObject({
  orderId: f.id,
  title: text,
  product: text,
  handle: text,
  startsAt: text,
  durationDays: f.count,
})

/** An ad, campaign or video of the file, and where its rows go. */
const importUnit = v.strictObject({
  key: text,
  label: text,
  kind: v.picklist(['delivery', 'affiliateOrder', 'change', 'refund']),
  rows: f.count,
  from: textOrNull,
  to: textOrNull,
  currency: textOrNull,
  spend: v.nullable(v.number()),
  target: v.picklist(importTargets),
  by: v.picklist(matchKinds),
  order: v.nullable(candidate),
  candidates: v.array(candidate),
})
export type ImportUnit = v.InferOutput<typeof importUnit>

const dayCounts = v.strictObject({
  impressions: f.count,
  linkClicks: f.count,
  conversions: v.nullable(f.count),
  spendMinor: f.minor,
  revenueMinor: v.nullable(f.minor),
})
const importDay = v.strictObject({
  orderId: f.id,
  title: text,
  currency: f.currency,
  date: text,
  status: v.picklist(['create', 'update', 'conflict']),
  before: v.nullable(dayCounts),
  after: dayCounts,
})
export type ImportDay = v.InferOutput<typeof importDay>

export const importPreview = v.strictObject({
  kind: v.literal('importPreview'),
  importId: f.id,
  name: text,
  bytes: f.count,
  format: text,
  headers: v.array(text),
  reading,
  /** The same bytes were imported before, and stand. */
  again: v.nullable(v.strictObject({ importedAt: f.epochMs, who: text })),
  summary: importSummary,
  problems: v.array(problemGroup),
  /** At most 200: those that a person has to decide first, then those with the most rows. */
  units: v.array(importUnit),
  unitCount: f.count,
  /** Units with more than one order that it may be. */
  undecided: f.count,
  /** The first 100, conflicts before changes before new ones. */
  days: v.array(importDay),
  /** Changes of settings in the file, which are shown and not kept; the first 50. */
  changes: v.array(v.strictObject({ line: f.count, words: text })),
})
export type ImportPreview = v.InferOutput<typeof importPreview>

/** A file whose columns nobody knows yet: they are to be matched by hand. */
export const importColumns = v.strictObject({
  kind: v.literal('importColumns'),
  name: text,
  headers: v.array(text),
  /** The first rows, as they stand in the file. */
  rows: v.array(v.array(text)),
  /** A first guess, by headers that are called like a field. */
  mapping: columnMapping,
})
export type ImportColumns = v.InferOutput<typeof importColumns>

export const importDone = v.strictObject({ kind: v.literal('importDone'), batch: importBatch })
export const importUndone = v.strictObject({
  batch: importBatch,
  restored: f.count,
  /** Days that were restated since and stay as they are. */
  kept: f.count,
})
export type ImportUndone = v.InferOutput<typeof importUndone>

export const exportSubjects = ['orders', 'creators', 'videos', 'deliveries', 'history', 'workspace'] as const
export type ExportSubject = (typeof exportSubjects)[number]
export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A workspace is one file whatever the format. Orders may be those of a view. */
export const startExport = v.variant('what', [
  v.strictObject({
    what: v.literal('orders'),
    format: v.picklist(exportFormats),
    view: v.nullable(orderView),
  }),
  v.strictObject({
    what: v.picklist(['creators', 'videos', 'deliveries', 'history', 'workspace']),
    format: v.picklist(exportFormats),
  }),
  /** Rows of a file that were left out, as they stand in it, with the reason. */
  v.strictObject({ what: v.literal('leftOut'), format: v.literal('csv'), importId: f.id }),
])

export const exportDone = v.strictObject({
  kind: v.literal('export'),
  download,
  rows: v.nullable(f.count),
})

export const exchangeResults = [
  importPreview,
  importColumns,
  importDone,
  v.strictObject({ kind: v.literal('importUndone'), ...importUndone.entries }),
  exportDone,
] as const
