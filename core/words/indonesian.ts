import { fields } from './id/fields.ts'
import { files } from './id/files.ts'
import { ledger } from './id/ledger.ts'
import { records } from './id/records.ts'
import { rows } from './id/rows.ts'
import { storage } from './id/storage.ts'
import { verifier } from './id/verifier.ts'
import { work } from './id/work.ts'

/**
 * What the program says for people, in Indonesian, by its English. `{{slots}}` are the same on both sides. In the
 * Indonesian a slot tells how its value is written: `{{count:number}}` for the locale, `{{why:said}}` is a phrase in
 * turn, `{{kinds:list}}` are phrases with commas or semicolons between them; all others are carried over, dates as the locale has them.
 */
export const indonesian = {
  ...fields,
  ...files,
  ...ledger,
  ...records,
  ...rows,
  ...storage,
  ...verifier,
  ...work,
} as const
