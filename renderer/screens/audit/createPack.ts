import { createSignal } from 'solid-js'

import type { Evidence } from '../../../core/contract/evidence.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'
import { fetchDownload } from '../../app/fetchDownload.ts'
import { download } from '../../charts/download.ts'

/** A pack on its way: made by the backend, fetched in pieces, and given to the person as a file. */
export function createPack() {
  const [fetched, setFetched] = createSignal<number>()
  const [failure, setFailure] = createSignal<Failure>()
  const run = createRun<Evidence>(
    result => (result.kind === 'evidence' ? result.evidence : undefined),
    evidence => void save(evidence),
  )
  async function save({ download: file }: Evidence): Promise<void> {
    setFetched(0)
    const content = await fetchDownload(file, 'application/zip', setFetched)
    setFetched(undefined)
    if (content.ok) download(file.name, content.value)
    else setFailure(content.failure)
  }
  return {
    start(scope: { readonly from: string | null; readonly to: string | null }): void {
      setFailure(undefined)
      void run.start(() => request('startEvidence', { ...scope, orderIds: null }))
    },
    cancel: () => run.cancel(),
    isBusy: () => run.isRunning() || fetched() !== undefined,
    isFetching: () => fetched() !== undefined,
    fraction: () => fetched() ?? run.fraction(),
    failure: () => failure() ?? run.failure(),
    made: run.result,
  }
}
