import type { HistoryRow } from '../../../core/calibration/history.ts'
import type { Result } from '../../../core/contract/failure.ts'
import type { HistoryReport } from '../../../core/history/historyReport.ts'
import { readHistoryFile } from '../history/readHistoryFile.ts'
import { shareTexts } from './shareTexts.ts'

/** Where rows of history come from: a file, or the database of a workspace. Plain data: it crosses to threads. */
export type HistorySource =
  | {
      readonly kind: 'file'
      readonly file: string
      readonly today: number
      /** Rows of other markets are left aside. */
      readonly market?: string | undefined
    }
  | {
      readonly kind: 'workspace'
      readonly database: string
      readonly of:
        | { readonly kind: 'own' }
        | { readonly kind: 'history'; readonly id: string }
        | { readonly kind: 'all' }
      readonly today: number
    }

export type SourceRows = {
  readonly rows: readonly HistoryRow[]
  readonly ownOrders: number
  /** Of a file. */
  readonly report: HistoryReport | null
}

/** All rows of a source up to today, in an order that depends on nothing else. */
export async function readSource(
  source: HistorySource,
  onProgress: (fraction: number) => void,
): Promise<Result<SourceRows>> {
  const share = shareTexts()
  if (source.kind === 'workspace') return { ok: true, value: await readWorkspace(source, share) }
  const rows: HistoryRow[] = []
  const read = await readHistoryFile(source.file, {
    today: source.today,
    onProgress,
    onRows: more => {
      for (const row of more)
        if (source.market === undefined || source.market === row.market) rows.push(share(row))
    },
  })
  return read.ok ? { ok: true, value: { rows, ownOrders: 0, report: read.value } } : read
}

async function readWorkspace(
  { database, of, today }: Extract<HistorySource, { readonly kind: 'workspace' }>,
  share: (row: HistoryRow) => HistoryRow,
): Promise<SourceRows> {
  // A file needs no database, and a command starts sooner without.
  const { openReader } = await import('../../../db/connection.ts')
  const { importedRows, ownRows } = await import('../../../db/historyRows.ts')
  const { handle, close } = openReader(database)
  try {
    return handle.snapshot(() => {
      const own = of.kind === 'history' ? [] : ownRows(handle)
      const imported =
        of.kind === 'own' ? [] : importedRows(handle, of.kind === 'history' ? of.id : undefined)
      const rows = [...own, ...imported]
        .filter(({ start, end }) => Math.max(start ?? end ?? 0, end ?? 0) <= today)
        .map(share)
      return { rows, ownOrders: new Set(own.map(({ unitId }) => unitId)).size, report: null }
    })
  } finally {
    close()
  }
}
