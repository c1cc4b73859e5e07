import { createSignal, onCleanup } from 'solid-js'

import type {
  ImportBatch,
  ImportColumns,
  ImportPreview,
  Reading,
  UnitChoice,
} from '../../../core/contract/exchange.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'
import { createSending } from './createSending.ts'

type Step = 'sending' | 'reading' | 'planning' | 'committing' | 'idle'
const asFound: Reading = { mapping: null, numberStyle: null, dateOrder: null, currency: null }

/** One file on its way into the workspace: sent, read, looked at, decided about, imported. */
export function createImport(file: File) {
  const [step, setStep] = createSignal<Step>('reading')
  const [reading, setReading] = createSignal<Reading>(asFound)
  const decided = createDecisions()
  let uploadId: string | undefined
  let isClosed = false
  const runs = createImportRuns(() => {
    uploadId = undefined
  })
  const { looked, committed, isRunning, shown, batch, preview } = runs
  const sending = createSending(file, {
    isStopped: () => isClosed,
    onSent(id) {
      uploadId = id
      if (isClosed) drop()
      else read(asFound)
    },
  })
  /** Reads the file, or reads it again in another way; what was decided of the first reading no longer counts. */
  function read(as: Reading): void {
    if (uploadId === undefined) return
    const id = uploadId
    setReading(as)
    runs.forget()
    decided.forget()
    setStep('reading')
    void looked.start(() => request('startImport', { uploadId: id, reading: as }))
  }
  /** Again with what is decided now. */
  function plan(_decided?: unknown): void {
    const { importId } = preview() ?? {}
    if (importId === undefined) return
    const asked = { importId, ...decided.all() }
    setStep('planning')
    void looked.start(() => request('startImportPlan', asked))
  }
  function commit(): void {
    const { importId, summary: expected } = preview() ?? {}
    if (importId === undefined || expected === undefined) return
    const asked = { importId, ...decided.all(), expected }
    setStep('committing')
    void committed.start(() => request('startImportCommit', asked))
  }
  function drop(): void {
    isClosed = true
    looked.cancel()
    committed.cancel()
    if (uploadId !== undefined) void request('closeUpload', { uploadId })
    uploadId = undefined
  }
  onCleanup(drop)
  return {
    name: file.name,
    step: (): Step => (sending.isSending() ? 'sending' : isRunning() ? step() : 'idle'),
    fraction: () =>
      sending.isSending() ? sending.fraction() : (step() === 'committing' ? committed : looked).fraction(),
    failure: () => sending.failure() ?? looked.failure() ?? committed.failure(),
    shown,
    preview,
    reading,
    batch,
    conflicts: decided.conflicts,
    cancel: () => (step() === 'committing' ? committed.cancel() : looked.cancel()),
    read,
    choose: (choice: UnitChoice) => plan(decided.choose(choice)),
    resolve: (how: 'keep' | 'replace') => plan(decided.resolve(how)),
    plan,
    commit,
  }
}
/** Where units go, and whether the file wins over days that were typed. */
function createDecisions() {
  const [choices, setChoices] = createSignal<readonly UnitChoice[]>([])
  const [conflicts, setConflicts] = createSignal<'keep' | 'replace'>('keep')
  return {
    conflicts,
    resolve: setConflicts,
    all: () => ({ choices: [...choices()], conflicts: conflicts() }),
    choose: (choice: UnitChoice) =>
      setChoices(all => [...all.filter(({ key }) => key !== choice.key), choice]),
    forget: () => setChoices([]),
  }
}

/** Reading and importing, each a run of the backend, and what they found. */
function createImportRuns(onImported: () => void) {
  const [shown, setShown] = createSignal<ImportPreview | ImportColumns>()
  const [batch, setBatch] = createSignal<ImportBatch>()
  const looked = createRun<ImportPreview | ImportColumns>(
    result => (result.kind === 'importPreview' || result.kind === 'importColumns' ? result : undefined),
    found => setShown(() => found),
  )
  const committed = createRun<ImportBatch>(
    result => (result.kind === 'importDone' ? result.batch : undefined),
    done => {
      onImported()
      setBatch(() => done)
    },
  )
  return {
    looked,
    committed,
    shown,
    batch,
    isRunning: () => looked.isRunning() || committed.isRunning(),
    forget: () => setShown(undefined),
    preview: () => {
      const found = shown()
      return found?.kind === 'importPreview' ? found : undefined
    },
  }
}
export type ImportOfFile = ReturnType<typeof createImport>
