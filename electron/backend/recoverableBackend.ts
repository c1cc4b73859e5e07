import type { Recover } from '../../core/contract/backups.ts'
import type { Failure, Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import { backupNames, fileOfBackup } from '../../db/backups.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { inspectDatabase } from '../../db/inspectDatabase.ts'
import { migrations } from '../../db/migrations.ts'
import { openWorkspace } from '../../db/openWorkspace.ts'
import { refusal } from '../../db/refusal.ts'
import { type Backend, type BackendOptions, createBackend } from './backend.ts'
import { checkBackups, noChecks } from './backupChecks.ts'
import { done } from './context.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { createListeners } from './listeners.ts'
import { createDiagnostics } from './log/createDiagnostics.ts'
import { createLog, type Log, noLog } from './log/log.ts'
import { createRequestLog } from './log/requestLog.ts'
import { onStorageThread } from './onStorageThread.ts'
import { programVersion } from './programVersion.ts'
import { type Closed, recoveryOf } from './recoveryOf.ts'
import { tellChanged } from './tellChanged.ts'

/** Failures that a person can do something about from the console; the others are told by the host. */
const recoverable: ReadonlySet<Failure['code']> = new Set(['damaged', 'newer', 'refused', 'internal'])

type State =
  | { readonly kind: 'open'; readonly backend: Backend }
  | ({ readonly kind: 'closed' } & Closed)
  | { readonly kind: 'working' }

type Recovered = Result<{ readonly replaced: string | null }>

/**
 * The backend of a data folder whatever its state: where the workspace does not open, it says why, what backups there are
 * and how to go on, and goes on in the way that is chosen (D23, D24). A backup can be put in the place of an open workspace
 * too. What is replaced is kept. Fails as `createBackend` does for what the console cannot mend, such as a folder in use.
 */
export async function createRecoverableBackend(asked: BackendOptions): Promise<Result<Backend>> {
  const { push, subscribe } = createListeners()
  // Where a folder is only read, another program may be at its log.
  const { log = asked.mode === 'read' ? noLog : createLog(asked) } = asked
  const options = { ...asked, log }
  const { database: file } = dataFolderAt(options.dataDir)
  const before = schemaOf(file)
  const first = await open(options, push)
  if (first.kind === 'closed' && !recoverable.has(first.failure.code))
    return { ok: false, failure: first.failure }
  log.write('started', { version: programVersion, platform: process.platform, node: process.versions.node })
  tellOpening(log, first, before)
  let state: State = first
  let isClosing = false

  async function recover(asked: Recover): Promise<Recovered> {
    const before = state
    if (before.kind === 'working' || isClosing)
      return refusal('busy', say('{{file}} is being replaced already; wait for it', { file }))
    const wrong = whyNot(options.dataDir, before.kind, asked)
    if (wrong !== undefined) return wrong
    state = { kind: 'working' }
    if (before.kind === 'open') await before.backend.close()
    else before.checks.stop()
    const replaced = await replace(options, asked)
    if (replaced.ok) log.write('recovered', { how: asked.how })
    else log.write('notRecovered', { how: asked.how, failure: replaced.failure.code })
    // What could not be replaced is as it was, and is opened as it was.
    state = await open({ ...options, mode: asked.how === 'read' ? 'read' : 'write' }, push)
    tellChanged({ push }, 'workspace')
    tellChanged({ push }, 'settings')
    push({ kind: 'changed', what: 'backups' })
    if (!replaced.ok || state.kind === 'open') return replaced
    return { ok: false, failure: state.failure }
  }

  const own: Pick<Handlers, 'getRecovery' | 'recover' | 'getDiagnostics'> = {
    getDiagnostics: createDiagnostics(options, log),
    getRecovery: () => done(state.kind === 'closed' ? recoveryOf(options.dataDir, state) : null),
    recover,
  }
  const working: Failure = { code: 'busy', message: say('{{file}} is being replaced; ask again', { file }) }

  const ask: Backend['request'] = (method, payload) => {
    if (typeof method === 'string' && Object.hasOwn(own, method))
      return dispatch({ handlers: own, file, otherwise: working }, method, payload)
    if (state.kind === 'open') return state.backend.request(method, payload)
    const otherwise = state.kind === 'closed' ? state.failure : working
    return dispatch({ handlers: {}, file, otherwise }, method, payload)
  }
  const { request, follow } = createRequestLog(ask, log)
  subscribe(follow)

  return done({
    request,
    subscribe,
    async close() {
      isClosing = true
      if (state.kind === 'open') await state.backend.close()
      if (state.kind === 'closed') state.checks.stop()
      log.write('stopped')
    },
  })
}

/** Migrations that the database went through; undefined where there is none yet, or it cannot be told. */
function schemaOf(file: string): number | undefined {
  const found = inspectDatabase(file)
  return found.ok && !found.value.empty ? found.value.applied.length : undefined
}

function tellOpening(
  log: Log,
  state: Exclude<State, { readonly kind: 'working' }>,
  before: number | undefined,
): void {
  if (state.kind === 'closed') return log.write('notOpened', { failure: state.failure.code })
  if (before !== undefined && before < migrations.length)
    log.write('migrated', { from: before, to: migrations.length })
  log.write('opened', { schema: migrations.length })
}

async function open(
  options: BackendOptions,
  push: Parameters<Backend['subscribe']>[0],
): Promise<Exclude<State, { readonly kind: 'working' }>> {
  const { dataDir, startThread } = options
  const backend = await createBackend(options)
  if (backend.ok) {
    backend.value.subscribe(push)
    return { kind: 'open', backend: backend.value }
  }
  const { failure } = backend
  const onFound = () => push({ kind: 'changed', what: 'backups' })
  const checks = failure.code === 'damaged' ? checkBackups(dataDir, { startThread, onFound }) : noChecks
  return { kind: 'closed', failure, checks, isReadable: failure.code !== 'damaged' && isReadable(options) }
}

function isReadable({ dataDir, now }: BackendOptions): boolean {
  const reading = openWorkspace({ dataDir, now, mode: 'read' })
  if (reading.ok) reading.value.close()
  return reading.ok
}

/** Why what is asked cannot be done now. */
function whyNot(
  dataDir: string,
  now: 'open' | 'closed',
  asked: Recover,
): ReturnType<typeof refusal> | undefined {
  const { database, backups } = dataFolderAt(dataDir)
  if (now === 'open' && asked.how !== 'backup' && asked.how !== 'revert')
    return refusal(
      'refused',
      say('{{file}}: expected a workspace that does not open, got an open one.', { file: database }),
    )
  if (asked.how === 'backup' && fileNamed(dataDir, asked.name) === undefined)
    return refusal(
      'not_found',
      say('{{folder}}: expected a backup {{name}}, got none of that name.', {
        folder: backups,
        name: asked.name,
      }),
    )
  return undefined
}

function fileNamed(dataDir: string, name: string): string | undefined {
  const backup = backupNames(dataDir).find(each => each.name === name)
  return backup && fileOfBackup(dataDir, backup)
}

async function replace({ dataDir, now, startThread }: BackendOptions, asked: Recover): Promise<Recovered> {
  const { how } = asked
  if (how === 'again' || how === 'read') return done({ replaced: null })
  const restored = await onStorageThread(startThread, thread =>
    how === 'backup'
      ? thread.restore(dataDir, fileNamed(dataDir, asked.name) ?? asked.name, now())
      : thread[how](dataDir, now()),
  )
  return restored.ok ? done({ replaced: restored.value.replaced ?? null }) : restored
}
