import { count, eq, sql } from 'drizzle-orm'

import type { Workspace } from '../core/contract/workspace.ts'
import type { Reader, Writer } from './connection.ts'
import { creator } from './schema/creator.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { video } from './schema/video.ts'
import { workspace } from './schema/workspace.ts'

export type WorkspaceMeta = {
  readonly id: string
  readonly demo: boolean
  readonly createdAt: number
  /** Migrations that the database went through. */
  readonly schema: number
  readonly counts: Workspace['counts']
}

/** What the workspace knows about itself. */
export function readWorkspaceMeta(reader: Reader): WorkspaceMeta {
  return reader.snapshot(() => {
    const row = reader.read.select().from(workspace).get()
    if (!row) throw new Error('The workspace has no row about itself')
    const counted = (table: typeof creator | typeof video | typeof promoteOrder): number =>
      reader.read.select({ rows: count() }).from(table).get()?.rows ?? 0
    const schema =
      reader.read
        .select({ rows: count() })
        .from(sql`migration`)
        .get()?.rows ?? 0
    return {
      id: row.id,
      demo: row.demo,
      createdAt: row.createdAt,
      schema,
      counts: { creators: counted(creator), videos: counted(video), orders: counted(promoteOrder) },
    }
  })
}

/** Marks the workspace as filled by the demo; every screen says so from then on. */
export function markDemo(writer: Writer): void {
  writer.transaction(() =>
    writer.write.update(workspace).set({ demo: true }).where(eq(workspace.row, 1)).run(),
  )
}

/** Writes the row of a workspace that was just created; leaves an older one as it is. */
export function recordWorkspace(writer: Writer): void {
  writer.transaction(() => {
    if (writer.read.select().from(workspace).get()) return
    writer.write
      .insert(workspace)
      .values({ row: 1, id: writer.makeId(), demo: false, createdAt: writer.now() })
      .run()
  })
}
