import { createSignal } from 'solid-js'

import type { Request } from '../../core/contract/contract.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import type { RunResult } from '../../core/contract/runs.ts'
import { download } from '../charts/download.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'
import { request } from './client.ts'
import { createRun } from './createRun.ts'

type Exported = Extract<RunResult, { kind: 'export' }>

/** Has a file written by the backend and takes it along, piece by piece. */
export function createExport() {
  const { t } = useI18n()
  const [failure, setFailure] = createSignal<Failure>()
  const run = createRun<Exported>(
    result => (result.kind === 'export' ? result : undefined),
    written => void take(written),
  )
  async function take(written: Exported): Promise<void> {
    const fetched = await fetchAll(written)
    void request('closeDownload', { downloadId: written.downloadId })
    if (!fetched.ok) {
      setFailure(fetched.failure)
      return
    }
    download(written.name, fetched.value)
    notify({ kind: 'good', text: t('exchange.out.written', { name: written.name }) })
  }
  return {
    isRunning: run.isRunning,
    fraction: run.fraction,
    cancel: run.cancel,
    failure: () => failure() ?? run.failure(),
    start(asked: Request<'startExport'>) {
      setFailure(undefined)
      void run.start(() => request('startExport', asked))
    },
  }
}

async function fetchAll({ downloadId, bytes }: Exported): Promise<Result<Blob>> {
  const pieces: Blob[] = []
  let offset = 0
  while (offset < bytes) {
    const piece = await request('readDownload', { downloadId, offset })
    if (!piece.ok) return piece
    const text = atob(piece.value.data)
    const part = Uint8Array.from(text, character => character.codePointAt(0) ?? 0)
    // A piece on its own is no longer held by the page: the browser keeps blobs where it has room.
    pieces.push(new Blob([part]))
    offset += part.length
  }
  return { ok: true, value: new Blob(pieces) }
}
