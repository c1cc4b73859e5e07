import { readdirSync, statSync } from 'node:fs'
import { arch, availableParallelism, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

import type { Result } from '../../../core/contract/failure.ts'
import { modelVersion } from '../../../core/forecast/modelVersion.ts'
import type { WorkspaceReport } from '../../../db/checkWorkspace.ts'
import { dataFolderAt } from '../../../db/dataFolder.ts'
import { openWorkspace } from '../../../db/openWorkspace.ts'
import { readWorkspaceMeta } from '../../../db/workspaceMeta.ts'
import { programVersion } from '../programVersion.ts'
import type { Log } from './log.ts'

const mostLines = 60

/**
 * What somebody who helps needs to know, and nothing of what the workspace is about: versions, sizes, counts, results of checks and
 * the end of the log. Written so that a person can read all of it before sharing it.
 */
export function diagnosticsText(asked: {
  readonly dataDir: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Pick<Log, 'last'>
  readonly checked: Result<WorkspaceReport>
}): string {
  const lines = asked.log.last(mostLines)
  return [
    `Foreclick ${programVersion}, model ${modelVersion}`,
    `Written ${new Date(asked.now()).toISOString()}`,
    '',
    '# System',
    `${platform()} ${release()} ${arch()}`,
    `Node ${process.versions.node}, Electron ${process.versions['electron'] ?? 'none'}`,
    `${availableParallelism()} processors, ${Math.round(totalmem() / 2 ** 30)} GiB memory`,
    '',
    '# Data',
    ...sizesOf(asked.dataDir),
    ...countsOf(asked),
    '',
    '# Checks',
    ...checksOf(asked.checked),
    '',
    `# Log, last ${lines.length} lines`,
    ...lines,
    '',
  ].join('\n')
}

function sizesOf(dataDir: string): readonly string[] {
  const { database, backups } = dataFolderAt(dataDir)
  const size = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const copies = namesIn(backups).map(name => size(join(backups, name)))
  return [
    `Database: ${size(database)} bytes, journal ${size(`${database}-wal`)} bytes`,
    `Backups: ${copies.length}, ${copies.reduce((sum, bytes) => sum + bytes, 0)} bytes`,
  ]
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Counted by a connection of its own that only reads, whatever state the workspace is in. */
function countsOf({
  dataDir,
  now,
}: {
  readonly dataDir: string
  readonly now: () => number
}): readonly string[] {
  const opened = openWorkspace({ dataDir, now, mode: 'read' })
  if (!opened.ok) return [`Workspace: not opened, ${opened.failure.code}`]
  try {
    const { demo, schema, counts } = readWorkspaceMeta(opened.value.reader)
    return [
      `Workspace: schema ${schema}, ${demo ? 'a demo' : 'no demo'}`,
      ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    ]
  } catch {
    return ['Workspace: not readable']
  } finally {
    opened.value.close()
  }
}

/** Without the details, which may name what they found. */
function checksOf(checked: Result<WorkspaceReport>): readonly string[] {
  return checked.ok
    ? checked.value.checks.map(({ name, ok }) => `${ok ? 'ok' : 'FAILED'} ${name}`)
    : [`not checked: ${checked.failure.code}`]
}
