import * as v from 'valibot'

import { say } from '../words/say.ts'
import { backupEvery } from './backups.ts'
import * as f from './fields.ts'

export const workspace = v.strictObject({
  version: v.string(),
  modelVersion: v.string(),
  dataDir: v.string(),
  /** Filled by the demo; every screen says so. */
  demo: v.boolean(),
  readOnly: v.boolean(),
  counts: v.strictObject({ creators: f.count, videos: f.count, orders: f.count }),
  markets: v.array(
    v.strictObject({
      market: f.market,
      currency: f.currency,
      zone: v.string(),
      taxRate: f.share,
      profileVersion: v.string(),
      minBudgetPerDayMinor: f.minor,
      maxBudgetPerDayMinor: f.minor,
      minDays: f.count,
      maxDays: f.count,
    }),
  ),
})
export type Workspace = v.InferOutput<typeof workspace>

export const settings = v.strictObject({
  /** Null until a person chose one: a page then speaks the language of its browser. */
  language: v.nullable(v.picklist(['en', 'id'])),
  theme: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['compact', 'comfortable']),
  backupEvery,
  /** Whether the desktop program may ask a feed for newer versions of itself. */
  updates: v.picklist(['off', 'on']),
  /** Where they are announced: an https address, one of this machine, or nothing. */
  updateFeed: v.pipe(
    v.string(),
    v.maxLength(300),
    v.regex(/^$|^https:\/\/\S+$|^http:\/\/127\.0\.0\.1(?::\d+)?\/\S*$/, say('an https address')),
  ),
})
export type Settings = v.InferOutput<typeof settings>
