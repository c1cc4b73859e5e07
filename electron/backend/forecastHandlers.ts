import { type Context, done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { forecastInput } from './forecastInput.ts'
import { forecastOf } from './forecastOf.ts'
import { readOrder } from './readOrder.ts'

/** Forecasts of drafts, as runs, and the end of any run. */
export function forecastHandlers(context: Context): Pick<Handlers, 'startForecast' | 'cancelRun'> {
  return {
    startForecast({ draft, key, seed, replicates }) {
      const read = readOrder(context.db.reader, draft)
      if (!read.ok) return read
      const input = forecastInput(read.value.order, { seed, replicates })
      if (!input.ok) return input
      return context.runs.start(`forecast ${key}`, ({ signal, progress, partial }) =>
        forecastOf(context, input.value, {
          signal,
          onPartial: partial,
          onProgress: fraction => {
            progress(fraction, '')
          },
        }),
      )
    },
    cancelRun({ runId }) {
      context.runs.cancel(runId)
      return done({})
    },
  }
}
