import { availableParallelism } from 'node:os'

import type { BacktestSplit } from '../../core/calibration/backtest.ts'
import type { HistoryTarget } from '../../core/calibration/history.ts'
import type { Failure, Problem, Result } from '../../core/contract/failure.ts'
import { dayOf } from '../../core/history/calendarDay.ts'
import { targetColumns, targetNamed } from '../../core/history/targetColumns.ts'
import { localNow } from './localNow.ts'
import { nearest } from './nearest.ts'
import { wholeNumber } from './wholeNumber.ts'

export const historyArgument = {
  history: { type: 'string', required: true, valueHint: 'FILE', description: 'Delivery history, as CSV' },
} as const

export const rowsArgument = {
  type: 'string',
  valueHint: 'FILE',
  description: 'Write each forecast as a line of CSV',
} as const

export const targetsArgument = {
  type: 'string',
  valueHint: 'LIST',
  description: 'What to forecast: link_clicks, conversions, impressions; separated by commas',
} as const

export const historyNotes = () => `DELIVERY HISTORY

  CSV in UTF-8 with this header; columns in any order, unknown ones are ignored with a warning:
  unit_id,account_id,period_start,period_end,market,currency,platform,objective,creator_id,video_id,audience_kind,
  age_bands,genders,interests,spend,impressions,reach,link_clicks,conversions

  A unit is an order, ad or ad set; several rows of one unit are several periods. Dates are ISO, both included, blank where
  unknown. Lists use |. A blank count is unknown, not zero. Spend is in major units, with a decimal point. Rows that cannot
  be right are told with their line and left out; a file of which more than a fifth is wrong is refused.
`

const names = Object.values(targetColumns)

/** Undefined where nothing is asked. */
export function readTargets(words: string | undefined): Result<readonly HistoryTarget[] | undefined> {
  if (words === undefined) return { ok: true, value: undefined }
  const targets: HistoryTarget[] = []
  for (const word of words.split(',').map(each => each.trim())) {
    const target = targetNamed(word)
    if (target === undefined)
      return wrong({
        path: '--targets',
        expected: `some of ${names.join(', ')}`,
        received: JSON.stringify(word),
        hint: nearest(word, names),
      })
    if (!targets.includes(target)) targets.push(target)
  }
  return { ok: true, value: targets }
}

type SplitWords = {
  readonly 'split-on'?: string | undefined
  readonly folds?: string | undefined
  readonly rolling?: string | undefined
}

/** Undefined where nothing is asked. */
export function readSplit(words: SplitWords): Result<BacktestSplit | undefined> {
  const { 'split-on': date, folds, rolling } = words
  if (date !== undefined && folds !== undefined)
    return wrong({ path: '--folds', expected: 'either --split-on or --folds', received: 'both' })
  if (rolling !== undefined && date === undefined)
    return wrong({
      path: '--rolling',
      expected: '--split-on, the first date to forecast from',
      received: 'none',
    })
  if (folds !== undefined) {
    const count = wholeNumber('folds', folds, { least: 2, most: 50 })
    return count.ok ? { ok: true, value: { kind: 'folds', folds: count.value } } : wrong(count.problem)
  }
  if (date === undefined) return { ok: true, value: undefined }
  const on = dayOf(date)
  if (on === undefined)
    return wrong({
      path: '--split-on',
      expected: 'a date that exists, like 2026-11-23',
      received: JSON.stringify(date),
    })
  if (rolling === undefined) return { ok: true, value: { kind: 'date', on } }
  const days = wholeNumber('rolling', rolling, { least: 1, most: 366 })
  return days.ok ? { ok: true, value: { kind: 'rolling', on, days: days.value } } : wrong(days.problem)
}

export function readThreads(word: string | undefined): Result<number> {
  const cores = String(Math.min(availableParallelism(), 16))
  const threads = wholeNumber('threads', word ?? cores, { least: 1, most: 16 })
  return threads.ok ? { ok: true, value: threads.value } : wrong(threads.problem)
}

/** Day of today where this computer is. */
export function today(): number {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return dayOf(localNow(zone, Date.now()).slice(0, 10)) ?? 0
}

export function optionFailure(problem: Problem): Failure {
  return { code: 'bad_input', message: 'an option is not right', problems: [problem] }
}

function wrong(problem: Problem): Result<never> {
  return { ok: false, failure: optionFailure(problem) }
}
