import type { Page } from '@playwright/test'

import type { Figure } from './figures.ts'

const most = 10

/** What of a trace is ours: scripts, styles and layout. */
const ours = new Set([
  'FunctionCall',
  'FireAnimationFrame',
  'EventDispatch',
  'UpdateLayoutTree',
  'Layout',
  'RunMicrotasks',
])

/** Does something and adds up what scripts, styles and layout take in each frame meanwhile (U1). */
export async function ownWork(name: string, page: Page, act: () => Promise<void>): Promise<Figure> {
  const client = await page.context().newCDPSession(page)
  const events: (Work & { readonly name: string; readonly ph: string })[] = []
  client.on('Tracing.dataCollected', ({ value }) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the protocol's own form of an event
    events.push(...(value as unknown as typeof events))
  })
  await client.send('Tracing.start', {
    categories: 'devtools.timeline,devtools.timeline.frame,disabled-by-default-devtools.timeline',
    transferMode: 'ReportEvents',
  })
  await act()
  const ended = new Promise(resolve => client.once('Tracing.tracingComplete', resolve))
  await client.send('Tracing.end')
  await ended
  await client.detach()
  const frames = events
    .filter(({ name: of, ph }) => of === 'AnimationFrame' && ph === 'b')
    .map(({ ts }) => ts)
  const works = topLevel(events.filter(({ name: of, ph }) => ph === 'X' && ours.has(of)))
  const perFrame = workByFrame(frames, works).toSorted((a, b) => a - b)
  const at = (share: number) =>
    perFrame[Math.min(perFrame.length - 1, Math.floor(perFrame.length * share))] ?? 0
  return {
    name,
    value: at(1),
    unit: 'ms',
    target: { atMost: most },
    note: `${perFrame.length} frames, median ${at(0.5).toFixed(1)}, 99% ${at(0.99).toFixed(1)} ms`,
  }
}

/** A span of the trace in microseconds: `tdur` is the time its thread really ran, whatever else the machine was doing. */
type Work = { readonly ts: number; readonly dur?: number; readonly tdur?: number }

/** Work within other work counts once. */
function topLevel(works: readonly Work[]): Work[] {
  let end = -Infinity
  return works
    .toSorted((a, b) => a.ts - b.ts)
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false
      end = ts + dur
      return true
    })
}

/** Milliseconds of work between one frame's beginning and the next. */
function workByFrame(frames: readonly number[], works: readonly Work[]): number[] {
  const starts = frames.toSorted((a, b) => a - b)
  const sums = starts.map(() => 0)
  let place = 0
  for (const { ts, dur = 0, tdur = dur } of works) {
    while (place + 1 < starts.length && (starts[place + 1] ?? Infinity) <= ts) place++
    sums[place] = (sums[place] ?? 0) + tdur / 1000
  }
  return sums
}
