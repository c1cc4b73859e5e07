import type { Result } from '../../core/contract/failure.ts'

/** Whether a data folder opens for reading; what is in it stays as it is. Loads the database only when it is called. */
export async function tryDataDir(dataDir: string): Promise<Result<null>> {
  const { openWorkspace } = await import('../../db/openWorkspace.ts')
  const opened = openWorkspace({ dataDir, now: Date.now, mode: 'read' })
  if (!opened.ok) return opened
  opened.value.close()
  return { ok: true, value: null }
}
