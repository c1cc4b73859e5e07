import type { Workspace } from '../../core/contract/workspace.ts'
import { modelVersion } from '../../core/forecast/modelVersion.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { findProfile } from '../../db/profileEdits.ts'
import { readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { type Context, done, readOnly } from './context.ts'
import { fillDemo } from './demo.ts'
import type { Handlers } from './dispatch.ts'
import { programVersion } from './programVersion.ts'

type WorkspaceMethods = 'getWorkspace' | 'fillDemo'

/** The workspace as a whole. */
export function workspaceHandlers(context: Context): Pick<Handlers, WorkspaceMethods> {
  const { db } = context
  return {
    getWorkspace() {
      const { demo, counts } = readWorkspaceMeta(db.reader)
      return done({
        version: programVersion,
        modelVersion,
        dataDir: db.dataDir,
        demo,
        readOnly: db.readOnly,
        counts,
        markets: (['GB', 'ID'] as const).map(market => marketOf(findProfile(db.reader, market))),
      })
    },
    fillDemo() {
      if (db.readOnly) return readOnly(db.dataDir)
      const { reader, writer } = db
      return context.runs.start('demo', tools => fillDemo({ ...context, reader, writer }, tools))
    },
  }
}

function marketOf({ market, currency, zone, version, entries }: MarketProfile): Workspace['markets'][number] {
  return {
    market,
    currency,
    zone,
    profileVersion: version,
    taxRate: entries.taxRate.value,
    minBudgetPerDayMinor: entries.minBudgetPerDay.value,
    maxBudgetPerDayMinor: entries.maxBudgetPerDay.value,
    minDays: entries.minDays.value,
    maxDays: entries.maxDays.value,
  }
}
