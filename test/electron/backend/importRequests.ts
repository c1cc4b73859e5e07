import type { Request } from '../../../core/contract/contract.ts'
import type { ImportPreview } from '../../../core/contract/exchange.ts'
import { everyOrder } from '../../../core/contract/orderList.ts'
import type { RunResult } from '../../../core/contract/runs.ts'
import { csvLine, type Cell } from '../../../core/exchange/csvText.ts'
import { activeTitle } from '../../fixtures/activeOrder.ts'
import { readWhole } from './evidenceRequests.ts'
import { sendFile } from './sendFile.ts'
import type { TestBackend } from './testBackend.ts'

export const importHeader = [
  'from',
  'to',
  'names.campaign',
  'names.ad',
  'ids.ad',
  'ids.order',
  'currency',
  'spend',
  'impressions',
  'reach',
  'linkClicks',
  'conversions',
  'revenue',
] as const
export type ImportLine = Partial<Record<(typeof importHeader)[number], Cell>>

/** A file whose headers need no matching. */
export function importFile(lines: readonly ImportLine[]): string {
  return [importHeader, ...lines.map(line => importHeader.map(column => line[column] ?? null))]
    .map(cells => `${csvLine(cells)}\n`)
    .join('')
}

/** A day of an ad that delivered. */
export function someLine(change: ImportLine = {}): ImportLine {
  const date = change.from ?? '2026-12-01'
  return {
    from: date,
    to: date,
    currency: 'GBP',
    spend: '9.50',
    impressions: 1200,
    linkClicks: 19,
    reach: 1100,
    conversions: 2,
    'names.ad': activeTitle,
    'ids.ad': '1790000000000000001',
    ...change,
  }
}

async function resultOf<K extends NonNullable<RunResult>['kind']>(
  open: TestBackend,
  started: { readonly runId: string },
  kind: K,
): Promise<Extract<RunResult, { kind: K }>> {
  const ended = await open.untilRunEnds(started.runId)
  if (ended.kind !== 'done' || ended.result?.kind !== kind) throw new Error(JSON.stringify(ended))
  return ended.result as Extract<RunResult, { kind: K }>
}

/** Sends a file and has it read: what importing it would do. */
export async function previewOf(
  open: TestBackend,
  content: string,
  name = 'ads.csv',
): Promise<ImportPreview> {
  const uploadId = await sendFile(open, name, content)
  return resultOf(open, await open.get('startImport', { uploadId, reading: null }), 'importPreview')
}

export type Decisions = {
  readonly choices?: readonly {
    readonly key: string
    readonly target: 'order' | 'history' | 'leave'
    readonly orderId: string | null
  }[]
  readonly conflicts?: 'keep' | 'replace'
}

export async function planOf(
  open: TestBackend,
  preview: ImportPreview,
  decisions: Decisions,
): Promise<ImportPreview> {
  return resultOf(open, await open.get('startImportPlan', asked(preview, decisions)), 'importPreview')
}

export async function commitOf(open: TestBackend, preview: ImportPreview, decisions: Decisions = {}) {
  const started = await open.get('startImportCommit', {
    ...asked(preview, decisions),
    expected: preview.summary,
  })
  return (await resultOf(open, started, 'importDone')).batch
}

export async function undoOf(open: TestBackend, id: string) {
  return resultOf(open, await open.get('startImportUndo', { id }), 'importUndone')
}

/** What an export writes, fetched as a page does. */
export async function exportOf(open: TestBackend, asked: Request<'startExport'>): Promise<Buffer> {
  const { download } = await resultOf(open, await open.get('startExport', asked), 'export')
  const content = await readWhole(open, download)
  await open.get('closeDownload', { downloadId: download.downloadId })
  return content
}

function asked({ importId }: ImportPreview, { choices = [], conflicts = 'keep' }: Decisions) {
  return { importId, choices: [...choices], conflicts }
}

/** A right request of every method about files in and out. */
export async function importRequests(open: TestBackend) {
  const ad = (name: string) => importFile([someLine({ 'ids.ad': name, 'names.ad': name })])
  const { importId, summary } = await previewOf(open, ad('A'))
  const batch = await commitOf(open, await previewOf(open, ad('B')))
  const decisions = { choices: [], conflicts: 'keep' as const }
  return {
    startImport: { uploadId: importId, reading: null },
    startImportPlan: { importId, ...decisions },
    startImportCommit: { importId, ...decisions, expected: summary },
    startImportUndo: { id: batch.id },
    listImports: {},
    startExport: { what: 'orders' as const, format: 'xlsx' as const, view: everyOrder },
  }
}
