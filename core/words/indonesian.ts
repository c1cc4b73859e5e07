import { files } from './id/files.ts'
import { rows } from './id/rows.ts'

/**
 * What the program says for people, in Indonesian, by its English. `{{slots}}` are the same on both sides. In the
 * Indonesian a slot tells how its value is written: `{{count:number}}` for the locale, `{{why:said}}` is a phrase in
 * turn, `{{kinds:list}}` are phrases with commas between them; all others are carried over, dates as the locale has them.
 */
export const indonesian = { ...files, ...rows } as const
