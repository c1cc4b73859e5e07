import { join } from 'node:path'

import type { BacktestSplit } from '../../core/calibration/backtest.ts'
import type { HistoryRow, HistoryTarget } from '../../core/calibration/history.ts'
import { dayOf, readHistoryFile } from './readHistoryFile.ts'

/** A history, what is asked of it, and from what side of which split. */
export type Task = {
  readonly name: string
  readonly file: string
  readonly target: HistoryTarget
  readonly split: BacktestSplit
  /** The text is the unit, its rows its days: the rows of these files are days of ads whose ids say nothing. */
  readonly unitIsVideo?: true
}

export const dataFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

const on = (date: string): BacktestSplit => ({ kind: 'date', on: dayOf(date) ?? 0 })
const twoFolds: BacktestSplit = { kind: 'folds', folds: 2 }
const tiktok = { file: 'mcdm_tiktok_2023', split: on('2023-01-25') } as const
const twitter = { file: 'mcdm_twitter_2023', split: on('2023-01-25') } as const
const facebook = { file: 'mcdm_facebook_2023', split: twoFolds } as const
const orders = { file: 'small_orders_2015_2017', target: 'linkClicks' } as const

export const tasks: readonly Task[] = [
  { name: 'tiktok clicks', ...tiktok, target: 'linkClicks' },
  { name: 'tiktok impressions', ...tiktok, target: 'impressions' },
  { name: 'tiktok clicks by text', ...tiktok, target: 'linkClicks', unitIsVideo: true },
  { name: 'twitter clicks', ...twitter, target: 'linkClicks' },
  { name: 'facebook clicks', ...facebook, target: 'linkClicks' },
  { name: 'facebook conversions', ...facebook, target: 'conversions' },
  { name: 'snap impressions', file: 'snap_2018_2019', target: 'impressions', split: on('2019-07-01') },
  { name: 'small orders folds', ...orders, split: twoFolds },
  { name: 'small orders by date', ...orders, split: on('2016-07-01') },
  { name: 'kag conversions', file: 'kag_facebook_2017', target: 'conversions', split: twoFolds },
]

const read = new Map<string, HistoryRow[]>()

export function rowsOf(task: Task): readonly HistoryRow[] {
  const rows = read.get(task.file) ?? readHistoryFile(join(dataFolder, `${task.file}.csv`))
  read.set(task.file, rows)
  return task.unitIsVideo ? rows.map(row => ({ ...row, unitId: row.videoId || row.unitId })) : rows
}
