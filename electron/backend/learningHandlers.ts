import { availableParallelism } from 'node:os'

import { accuracySummary } from '../../core/calibration/coverage.ts'
import { forecastUnit } from '../../core/calibration/forecastUnit.ts'
import type { Asked } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import { dayOf } from '../../core/history/calendarDay.ts'
import { type Said, say } from '../../core/words/say.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { finishedForecasts } from '../../db/finishedForecasts.ts'
import { nearestOrders } from '../../db/nearestOrders.ts'
import { badInput, refusal } from '../../db/refusal.ts'
import type { StartThread } from './backend.ts'
import { type Context, done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { knownHistory } from './historyHandlers.ts'
import { backtestShown, splitOf } from './learning/backtestShown.ts'
import type { HistorySource } from './learning/historySource.ts'
import { latestDay } from './learning/latestDay.ts'
import { learningWaitMs } from './learning/learningKeeper.ts'
import { orderUnit } from './learning/orderUnit.ts'
import { runBacktest } from './learning/runBacktest.ts'
import { workspacePriors } from './learning/workspacePriors.ts'
import { readOrder } from './readOrder.ts'
import type { RunTools } from './runs.ts'

type LearningMethods = 'getLearning' | 'startLearning' | 'getForecastBasis' | 'startBacktest' | 'getAccuracy'

/** Each thread of a back-test holds a history of its own. */
const mostThreads = 4

/** What is learnt from deliveries, what a forecast learnt from, and how right forecasts were. */
export function learningHandlers(
  context: Context,
  startThread: StartThread,
): Pick<Handlers, LearningMethods> {
  const { db, learning, runs } = context
  return {
    getLearning() {
      const { isLearning, failure } = learning.state()
      return done({
        isLearning,
        learned: learning.current()?.report ?? null,
        failure: failure ?? null,
      })
    },
    startLearning: () =>
      runs.start('learning', async tools => {
        const learnt = await learning.learnNow(toolsOf(tools))
        if (!learnt.ok) return learnt
        return done(learnt.value === undefined ? null : { kind: 'learned', learned: learnt.value.report })
      }),
    async getForecastBasis({ draft, orderId }) {
      const read = readOrder(db.reader, draft, context.now())
      if (!read.ok) return read
      await learning.settled(learningWaitMs)
      const unit = orderUnit(draft, read.value, orderId)
      const latest = learning.current()
      if (latest === undefined) return done({ ownDataWeight: 0, levels: [], orders: [] })
      const { ownDataWeight, basis } = forecastUnit(latest.learned, unit)
      return done({ ownDataWeight, levels: [...basis], orders: nearestOrders(db.reader, unit) })
    },
    startBacktest(asked) {
      const source = sourceOf(context, asked)
      if (!source.ok) return source
      if (asked.split.kind !== 'folds' && dayOf(asked.split.on) === undefined)
        return badInput('split.on', say('a date that exists, YYYY-MM-DD'), asked.split.on)
      const options = {
        seed: asked.seed,
        split: splitOf(asked.split),
        targets: asked.targets,
        priors: workspacePriors(db.reader),
      }
      return runs.start('backtest', async tools => {
        const threads = Math.min(availableParallelism(), mostThreads)
        const tested = await runBacktest(source.value, options, { startThread, threads, ...toolsOf(tools) })
        if (!tested.ok) return tested
        const { report, historyRows } = tested.value
        if (report.trainRows === 0 || report.rows.length === 0)
          return refusal('refused', nothingToTest(historyRows, report))
        return done(backtestShown(tested.value))
      })
    },
    getAccuracy() {
      const points = finishedForecasts(db.reader)
      return done({
        points,
        real: accuracySummary(points.filter(({ isSimulated }) => !isSimulated)),
        simulated: accuracySummary(points.filter(({ isSimulated }) => isSimulated)),
      })
    },
  }
}

function sourceOf(context: Context, { source }: Asked<'startBacktest'>): Result<HistorySource> {
  const { db, now } = context
  const known = source.kind === 'history' ? knownHistory(context, source.id) : undefined
  if (known?.ok === false) return known
  const { database } = dataFolderAt(db.dataDir)
  return done({ kind: 'workspace', database, of: source, today: latestDay(now()) })
}

function nothingToTest(
  historyRows: number,
  { trainRows, rows }: { readonly trainRows: number; readonly rows: readonly unknown[] },
): Said {
  if (historyRows === 0) return say('Expected deliveries to test with, got none.')
  const found = trainRows === 0 ? say('none to learn from') : say('{{count}} to test', { count: rows.length })
  return say('Expected rows of {{rows}} on both sides of the split, got {{found}}.', {
    rows: historyRows,
    found,
  })
}

function toolsOf({ signal, progress }: RunTools) {
  return { signal, onProgress: (fraction: number) => progress(fraction, '') }
}
