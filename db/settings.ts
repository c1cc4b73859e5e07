import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import { type Settings, settings as schema } from '../core/contract/workspace.ts'
import type { Reader, Writer } from './connection.ts'
import { logSaved } from './logSaved.ts'
import { setting } from './schema/setting.ts'

/** What holds until the user chooses otherwise; also in place of a value that this program does not know. */
const known = v.object({
  language: v.fallback(schema.entries.language, null),
  theme: v.fallback(schema.entries.theme, 'system'),
  density: v.fallback(schema.entries.density, 'compact'),
  backupEvery: v.fallback(schema.entries.backupEvery, 'hour'),
  updates: v.fallback(schema.entries.updates, 'off'),
  updateFeed: v.fallback(schema.entries.updateFeed, ''),
})

export function readSettings(reader: Reader): Settings {
  const rows = reader.read.select().from(setting).all()
  return v.parse(known, Object.fromEntries(rows.map(row => [row.key, row.value])))
}

export function saveSettings(writer: Writer, settings: Settings): Settings {
  const updatedAt = writer.now()
  return writer.transaction(() => {
    for (const [key, value] of Object.entries(settings))
      if (value === null) writer.write.delete(setting).where(eq(setting.key, key)).run()
      else
        writer.write
          .insert(setting)
          .values({ key, value, updatedAt })
          .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt } })
          .run()
    logSaved(writer, { kind: 'workspace', id: 'settings' }, settings)
    return readSettings(writer)
  })
}
