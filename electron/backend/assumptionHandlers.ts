import type { EffectShown } from '../../core/contract/assumptions.ts'
import type { Asked } from '../../core/contract/contract.ts'
import type { Result } from '../../core/contract/failure.ts'
import { digestOf } from '../../core/forecast/digest.ts'
import type { ForecastInput } from '../../core/forecast/forecastInput.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'
import { marketPriorOf } from '../../core/market/marketPriorOf.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import { say } from '../../core/words/say.ts'
import { findOrder } from '../../db/orders.ts'
import { editProfile, findProfile, tryEdit } from '../../db/profileEdits.ts'
import { badInput, notFound, refusal } from '../../db/refusal.ts'
import type { StartThread } from './backend.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { forecastInput } from './forecastInput.ts'
import { forecastOf } from './forecastOf.ts'
import { latestDay } from './learning/latestDay.ts'
import { allOf } from './learning/learner.ts'
import { learnFrom, learningSeed } from './learning/learnFrom.ts'
import { learningWaitMs } from './learning/learningKeeper.ts'
import { orderUnit } from './learning/orderUnit.ts'
import { profileLearnt } from './learning/profileLearnt.ts'
import { profileShown } from './learning/profileShown.ts'
import { readOrder } from './readOrder.ts'
import type { RunTools } from './runs.ts'
import { tellChanged } from './tellChanged.ts'

type AssumptionMethods = 'getProfile' | 'editProfileEntry' | 'startEffect'

/** The assumptions of the markets, their edits, and what an edit would do. */
export function assumptionHandlers(
  context: Context,
  startThread: StartThread,
): Pick<Handlers, AssumptionMethods> {
  const { reader } = context.db
  return {
    getProfile: ({ market }) => done(profileShown(reader, market)),
    editProfileEntry: edit =>
      writing(context, writer => {
        const edited = editProfile(writer, edit)
        if (!edited.ok) return edited
        tellChanged(context, 'profiles')
        return done(profileShown(writer, edit.market))
      }),
    startEffect(asked) {
      const inputs = inputsOf(context, asked)
      if (!inputs.ok) return inputs
      return context.runs.start(`effect ${asked.key}`, tools =>
        effectOf({ context, startThread, tools }, inputs.value),
      )
    },
  }
}

type Inputs = Pick<ForecastInput, 'order' | 'seed' | 'replicates'> & {
  readonly unit: ReturnType<typeof orderUnit>
  readonly before: MarketProfile
  readonly after: MarketProfile
}

function inputsOf(context: Context, asked: Asked<'startEffect'>): Result<Inputs> {
  const { reader } = context.db
  const { market, orderId, seed, replicates } = asked
  const stored = findOrder(reader, orderId)
  if (stored === undefined) return notFound(say('order'), orderId)
  if (stored.row.market !== market)
    return badInput('orderId', say('an order of {{market}}', { market }), stored.row.market)
  const sourced = { source: 'asked', date: '2026', grade: 'I' } as const
  const after = tryEdit(reader, { ...sourced, market, entry: asked.entry, value: asked.value })
  if (!after.ok) return after
  const read = readOrder(reader, stored.draft, context.now())
  if (!read.ok) return read
  const { order } = read.value
  const before = findProfile(reader, market)
  const input = forecastInput({ order, profile: before, seed, replicates })
  if (!input.ok) return input
  const unit = orderUnit(stored.draft, read.value, orderId)
  return done({ order, seed, replicates, unit, before, after: after.value })
}

type Tools = {
  readonly context: Context
  readonly startThread: StartThread
  readonly tools: RunTools
}

/** Both forecasts under the same chance; an edit of what learning starts from is learnt anew. */
async function effectOf(
  { context, startThread, tools }: Tools,
  { before, after, unit, ...input }: Inputs,
): Promise<Result<EffectShown>> {
  const { signal } = tools
  await context.learning.settled(learningWaitMs)
  const latest = context.learning.current()
  const relearnt = await learntWith({ context, startThread, tools }, before, after)
  if (!relearnt.ok) return relearnt
  const profiles = [
    profileLearnt(before, { order: input.order, unit, latest }),
    profileLearnt(after, { order: input.order, unit, latest: relearnt.value }),
  ]
  const heads: EffectShown['before'][] = []
  for (const [place, profile] of profiles.entries()) {
    const forecast = await forecastOf(
      context.pool,
      { ...input, profile },
      {
        signal,
        onProgress: fraction => tools.progress((place + fraction) / 2, ''),
      },
    )
    if (!forecast.ok) return forecast
    heads.push(headOf(forecast.value))
  }
  const [first, second] = heads
  if (first === undefined || second === undefined)
    return refusal('internal', say('an effect has two forecasts'))
  return done({ kind: 'effect', currency: before.currency, before: first, after: second })
}

/** What would have been learnt from the edited assumptions. */
async function learntWith(
  { context, startThread, tools }: Tools,
  before: MarketProfile,
  after: MarketProfile,
) {
  const latest = context.learning.current()
  const [was, is] = [marketPriorOf(before), marketPriorOf(after)]
  if (latest === undefined || digestOf(was) === digestOf(is)) return done(latest)
  const { reader } = context.db
  const today = latestDay(context.now())
  const priors = (['GB', 'ID'] as const).map(market =>
    market === after.market ? is : marketPriorOf(findProfile(reader, market)),
  )
  const learnt = await learnFrom(
    allOf(context.db, today),
    { seed: learningSeed, asOf: today, priors },
    { startThread, signal: tools.signal },
  )
  if (!learnt.ok) return learnt
  return done(typeof learnt.value === 'string' ? undefined : { ...latest, learned: learnt.value.learned })
}

function headOf({ totals, probability }: ForecastResult): EffectShown['before'] {
  const { linkClicks, conversions, profit } = totals
  return { linkClicks, conversions, profit, targetReached: probability.targetReached }
}
