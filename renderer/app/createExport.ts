import { createSignal } from 'solid-js'

import type { Request } from '../../core/contract/contract.ts'
import type { Failure } from '../../core/contract/failure.ts'
import type { RunResult } from '../../core/contract/runs.ts'
import { download } from '../charts/download.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'
import { request } from './client.ts'
import { createRun } from './createRun.ts'
import { fetchDownload } from './fetchDownload.ts'

type Exported = Extract<RunResult, { kind: 'export' }>

/** Has a file written by the backend and takes it along, piece by piece. */
export function createExport() {
  const { t } = useI18n()
  const [failure, setFailure] = createSignal<Failure>()
  const run = createRun<Exported>(
    result => (result.kind === 'export' ? result : undefined),
    written => void take(written),
  )
  async function take({ download: file }: Exported): Promise<void> {
    const fetched = await fetchDownload(file, 'application/octet-stream')
    if (!fetched.ok) {
      setFailure(fetched.failure)
      return
    }
    download(file.name, fetched.value)
    notify({ kind: 'good', text: t('exchange.out.written', { name: file.name }) })
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
