import * as v from 'valibot'

import { failure } from './failure.ts'
import * as f from './fields.ts'

export const backupEvery = v.picklist(['off', 'quarter_hour', 'hour', 'day'])
export type BackupEvery = v.InferOutput<typeof backupEvery>

/** A copy of the workspace in the folder `backups` of its data. */
export const backup = v.strictObject({
  /** Name below that folder; what names it in requests. */
  name: v.string(),
  at: f.epochMs,
  bytes: f.count,
  /** Made by the schedule, asked for, made before a migration, or what a restore replaced. */
  reason: v.picklist(['scheduled', 'asked', 'migration', 'replaced']),
  /** Rows in it; null where it cannot be read. */
  content: v.nullable(
    v.strictObject({ creators: f.count, videos: f.count, orders: f.count, entries: v.nullable(f.count) }),
  ),
  /** Every copy was checked when it was made; in a recovery each is checked again. */
  check: v.picklist(['when_made', 'unchecked', 'sound', 'damaged']),
  /** What the check found. */
  wrong: v.nullable(v.string()),
})
export type Backup = v.InferOutput<typeof backup>

export const backupList = v.strictObject({
  folder: v.string(),
  backups: v.array(backup),
  /** The run that makes one. */
  runId: v.nullable(f.id),
  /** Why the last one was not made. */
  failure: v.nullable(failure),
})
export type BackupList = v.InferOutput<typeof backupList>

/** What a workspace that does not open has to offer (D24). */
export const recovery = v.strictObject({
  file: v.string(),
  failure,
  backups: v.array(backup),
  ways: v.array(v.picklist(['again', 'read', 'reindex', 'backup', 'revert', 'empty'])),
})
export type Recovery = v.InferOutput<typeof recovery>

/** How to go on. Whatever is replaced is kept. */
export const recover = v.variant('how', [
  v.strictObject({ how: v.picklist(['again', 'read', 'reindex', 'revert', 'empty']) }),
  v.strictObject({ how: v.literal('backup'), name: v.string() }),
])
export type Recover = v.InferOutput<typeof recover>

/** Where the database that was replaced is kept; null where nothing was replaced. */
export const recovered = v.strictObject({ replaced: v.nullable(v.string()) })
