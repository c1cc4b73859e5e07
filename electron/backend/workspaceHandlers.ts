import type { Workspace } from '../../core/contract/workspace.ts'
import { modelVersion } from '../../core/forecast/modelVersion.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { readSettings, saveSettings } from '../../db/settings.ts'
import { readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { type Context, done } from './context.ts'
import { fillDemo } from './demo.ts'
import type { Handlers } from './dispatch.ts'
import { programVersion } from './programVersion.ts'

type WorkspaceMethods = 'getWorkspace' | 'getSettings' | 'saveSettings' | 'fillDemo' | 'cancelRun'

/** The workspace as a whole and its settings. */
export function workspaceHandlers(context: Context): Pick<Handlers, WorkspaceMethods> {
  const { reader, writer } = context.db
  return {
    getWorkspace() {
      const { demo, counts } = readWorkspaceMeta(reader)
      return done({
        version: programVersion,
        modelVersion,
        dataDir: context.db.dataDir,
        demo,
        readOnly: false,
        counts,
        markets: markets(),
      })
    },
    getSettings: () => done(readSettings(reader)),
    saveSettings(settings) {
      const saved = saveSettings(writer, settings)
      context.push({ kind: 'changed', what: 'settings' })
      return done(saved)
    },
    fillDemo: () => done({ runId: context.runs.start('demo', tools => fillDemo(context, tools)) }),
    cancelRun({ runId }) {
      context.runs.cancel(runId)
      return done({})
    },
  }
}

function markets(): Workspace['markets'] {
  return Object.values(marketProfiles).map(({ market, currency, zone, version, entries }) => ({
    market,
    currency,
    zone,
    profileVersion: version,
    taxRate: entries.taxRate.value,
    minBudgetPerDayMinor: entries.minBudgetPerDay.value,
    maxBudgetPerDayMinor: entries.maxBudgetPerDay.value,
    minDays: entries.minDays.value,
    maxDays: entries.maxDays.value,
  }))
}
