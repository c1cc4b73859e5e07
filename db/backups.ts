import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import SqliteDatabase from 'better-sqlite3'

import { timesToKeep } from '../core/backup/retention.ts'
import type { Backup } from '../core/contract/backups.ts'
import { dataFolderAt } from './dataFolder.ts'
import { partialCopy } from './verifiedCopy.ts'

const stamp = String.raw`(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)`
const names: readonly (readonly [pattern: RegExp, reason: Backup['reason']])[] = [
  [new RegExp(`^scheduled-${stamp}\\.db$`), 'scheduled'],
  [new RegExp(`^asked-${stamp}\\.db$`), 'asked'],
  [new RegExp(`^before-.+-${stamp}\\.db$`), 'migration'],
  [new RegExp(`^replaced-${stamp}$`), 'replaced'],
]

type Named = Pick<Backup, 'name' | 'at' | 'reason'>

/** A moment, in the name of a file. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replaceAll(':', '-')
}

/** Where a backup that is made now goes; the folder is made. */
export function backupFile(dataDir: string, reason: 'scheduled' | 'asked', now: number): string {
  const { backups } = dataFolderAt(dataDir)
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  return join(backups, `${reason}-${stampOf(now)}.db`)
}

/** The database file of a backup. */
export function fileOfBackup(dataDir: string, { name, reason }: Named): string {
  const path = join(dataFolderAt(dataDir).backups, name)
  return reason === 'replaced' ? join(path, 'foreclick.db') : path
}

/** All copies of a workspace in its folder, the newest first; what is of another name is left out. Opens none. */
export function backupNames(dataDir: string): Named[] {
  const { backups } = dataFolderAt(dataDir)
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .flatMap(name => named(name))
    .filter(each => existsSync(fileOfBackup(dataDir, each)))
    .toSorted((a, b) => b.at - a.at)
}

/** The same with what is in each, which takes a while where they are large. */
export function listBackups(dataDir: string): Backup[] {
  return backupNames(dataDir).flatMap(each => {
    const file = fileOfBackup(dataDir, each)
    const isReplaced = each.reason === 'replaced'
    // An old one may go while the others are looked at.
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) return []
    const backup: Backup = {
      ...each,
      bytes: found.size,
      // What was replaced may have a log beside it, which reading would touch.
      content: isReplaced ? null : contentOf(file),
      check: isReplaced ? 'unchecked' : 'when_made',
      wrong: null,
    }
    return [backup]
  })
}

/** Deletes the backups of the schedule that retention does not keep, and copies that a killed process left; tells which. */
export function pruneBackups(dataDir: string, now: number, zone: string): string[] {
  const { backups } = dataFolderAt(dataDir)
  const scheduled = backupNames(dataDir).filter(({ reason }) => reason === 'scheduled')
  const kept = timesToKeep(
    scheduled.map(({ at }) => at),
    now,
    zone,
  )
  const surplus = [
    ...scheduled.filter(({ at }) => !kept.has(at)).map(({ name }) => name),
    ...readdirSync(backups).filter(name => partialCopy.test(name) && !name.endsWith(`-${process.pid}`)),
  ]
  for (const name of surplus) rmSync(join(backups, name), { force: true })
  return surplus
}

function named(name: string): Named[] {
  return names.flatMap(([pattern, reason]) => {
    const [, day, hour, minute, rest] = pattern.exec(name) ?? []
    const at = Date.parse(`${day}T${hour}:${minute}:${rest}`)
    return Number.isFinite(at) ? [{ name, at, reason }] : []
  })
}

/** How much is in a copy, also of an older version; null when it cannot be read. */
export function contentOf(file: string): Backup['content'] {
  let database: SqliteDatabase.Database | undefined
  try {
    const open = (database = new SqliteDatabase(file, { readonly: true, fileMustExist: true }))
    const number = (query: string) => Number(open.prepare(query).pluck().get())
    const rows = (table: string) => number(`SELECT count(*) FROM "${table}"`)
    const hasLog = number("SELECT count(*) FROM sqlite_schema WHERE name = 'log_frontier'") > 0
    return {
      creators: rows('creator'),
      videos: rows('video'),
      orders: rows('promote_order'),
      entries: hasLog ? number('SELECT size FROM log_frontier') : null,
    }
  } catch {
    return null
  } finally {
    database?.close()
  }
}
