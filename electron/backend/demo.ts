import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import type { Reader, Writer } from '../../db/connection.ts'
import { refusal } from '../../db/refusal.ts'
import { type Context, done } from './context.ts'
import { demoOrders } from './demoOrders.ts'
import { demoRecords } from './demoRecords.ts'
import { type DemoStory, demoStory } from './demoStory.ts'
import { holdsRecords, writeDemo } from './demoWriter.ts'
import type { RunTools } from './runs.ts'
import { tellChanged } from './tellChanged.ts'

const seed = 2026

type DemoContext = Context & { readonly reader: Reader; readonly writer: Writer }

/**
 * Fills an empty workspace with the demo: records, orders in many states, frozen forecasts and deliveries drawn from the
 * model itself, the same for the same clock. All of it is made first and then written in one transaction, so that a demo
 * that is cancelled or fails leaves the workspace empty.
 */
export async function fillDemo(context: DemoContext, tools: RunTools): Promise<Result<null>> {
  const { reader, writer } = context
  if (holdsRecords(reader)) return notEmpty()
  const now = context.now()
  const records = demoRecords(now)
  const orders = demoOrders(records, { seed, now })
  const stories: DemoStory[] = []
  for (const [index, order] of orders.entries()) {
    tools.progress(index / orders.length, order.video)
    const story = await demoStory(order, { records, pool: context.pool, now, signal: tools.signal, index })
    if (!story.ok) return story
    stories.push(story.value)
  }
  // Records may have come while the stories were made.
  if (holdsRecords(reader)) return notEmpty()
  writeDemo(writer, { records, stories, now })
  tellChanged(context, 'workspace')
  return done(null)
}

function notEmpty(): Result<never> {
  return refusal('conflict', say('The demo needs an empty workspace; this one holds records already.'))
}
