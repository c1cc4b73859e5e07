import { readSettings, saveSettings } from '../../db/settings.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { tellChanged } from './tellChanged.ts'

/** Language, theme and density. */
export function settingsHandlers(context: Context): Pick<Handlers, 'getSettings' | 'saveSettings'> {
  return {
    getSettings: () => done(readSettings(context.db.reader)),
    saveSettings: settings =>
      writing(context, writer => {
        const saved = saveSettings(writer, settings)
        tellChanged(context, 'settings')
        return done(saved)
      }),
  }
}
