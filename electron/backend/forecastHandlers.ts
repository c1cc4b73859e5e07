import type { Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { ShownResult } from '../../core/forecast/analysisResult.ts'
import type { AnalysisResult } from '../../core/forecast/analysisResult.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import { simulateOrder } from '../../core/forecast/simulateOrder.ts'
import { allocate } from './allocate.ts'
import { candidatesOf } from './candidatesOf.ts'
import { type Context, done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { forecastInput } from './forecastInput.ts'
import { forecastOf } from './forecastOf.ts'
import { frozenInput } from './frozenInput.ts'
import { knownForecast } from './knownForecast.ts'
import { learningWaitMs } from './learning/learningKeeper.ts'
import { orderProfile } from './learning/orderProfile.ts'
import { orderUnit } from './learning/orderUnit.ts'
import { readOrder } from './readOrder.ts'
import type { RunTools } from './runs.ts'

type Parts =
  | 'startForecast'
  | 'startCurve'
  | 'startComparison'
  | 'startAllocation'
  | 'rerunForecast'
  | 'playOrder'
  | 'cancelRun'

/** Forecasts and other analyses of drafts, as runs, and the end of any run. */
export function forecastHandlers(context: Context): Pick<Handlers, Parts> {
  const { pool, runs } = context
  return {
    startForecast({ draft, orderId, key, seed, replicates }) {
      const asked = { draft, orderId, seed, replicates }
      const first = inputOf(context, asked)
      if (!first.ok) return first
      return runs.start(`forecast ${key}`, async tools => {
        const { signal, onProgress } = optionsOf(tools)
        // After a start what is learnt comes in a moment; later ones are not waited for.
        await context.learning.settled(learningWaitMs)
        const input = inputOf(context, asked)
        if (!input.ok) return input
        const forecast = await knownForecast(context, input.value, {
          signal,
          onProgress,
          // The assumptions are most of an answer and the same in each; the last one has them.
          onPartial: partial =>
            tools.partial({ kind: 'forecast', forecast: { ...partial, assumptions: [] } }),
        })
        return forecast.ok ? done({ kind: 'forecast', forecast: forecast.value }) : forecast
      })
    },
    startCurve({ draft, key, seed, replicates }) {
      const input = inputOf(context, { draft, seed, replicates })
      if (!input.ok) return input
      return runs.start(`curve ${key}`, async tools =>
        shown(await pool.run({ kind: 'curve', ...input.value }, optionsOf(tools))),
      )
    },
    startComparison({ drafts, key, ...chance }) {
      const read = candidatesOf(context, drafts, chance)
      if (!read.ok) return read
      return runs.start(`comparison ${key}`, async tools =>
        shown(await pool.run({ kind: 'comparison', ...read.value }, optionsOf(tools))),
      )
    },
    startAllocation({ drafts, key, budgetMinor, maximise, ...chance }) {
      const read = candidatesOf(context, drafts, chance)
      if (!read.ok) return read
      return runs.start(`allocation ${key}`, async tools =>
        shown(await allocate(pool, { ...read.value, budgetMinor, maximise }, optionsOf(tools))),
      )
    },
    rerunForecast({ id }) {
      const input = frozenInput(context.db.reader, id)
      if (!input.ok) return input
      return runs.start(`rerun ${id}`, async tools => {
        const { signal, onProgress } = optionsOf(tools)
        const forecast = await forecastOf(pool, input.value, { signal, onProgress })
        return forecast.ok ? done({ kind: 'forecast', forecast: forecast.value }) : forecast
      })
    },
    playOrder({ draft, seed }) {
      const input = inputOf(context, { draft, seed, replicates: 10 })
      return input.ok ? done(simulateOrder(input.value, 'slot')) : input
    },
    cancelRun({ runId }) {
      runs.cancel(runId)
      return done({})
    },
  }
}

type Asked = Pick<ForecastInput, 'seed' | 'replicates'> & {
  readonly draft: OrderDraft
  readonly orderId?: string | undefined
}

function inputOf(context: Context, { draft, orderId, ...chance }: Asked): Result<ForecastInput> {
  const read = readOrder(context.db.reader, draft, context.now())
  if (!read.ok) return read
  const { order } = read.value
  const profile = orderProfile(context, order, orderUnit(draft, read.value, orderId))
  return forecastInput({ order, profile, ...chance })
}

function optionsOf({ signal, progress, partial }: RunTools) {
  return {
    signal,
    onProgress: (fraction: number) => {
      progress(fraction, '')
    },
    onPartial: (result: AnalysisResult) => {
      if (result.kind !== 'responses') partial(result)
    },
  }
}

function shown(result: Result<AnalysisResult>): Result<ShownResult> {
  if (!result.ok) return result
  if (result.value.kind === 'responses') throw new TypeError('responses are not shown')
  return done(result.value)
}
