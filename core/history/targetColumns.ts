import { type HistoryTarget, historyTargets } from '../calibration/history.ts'

/** What files and options call the targets. */
export const targetColumns: Readonly<Record<HistoryTarget, string>> = {
  impressions: 'impressions',
  linkClicks: 'link_clicks',
  conversions: 'conversions',
}

export function targetNamed(name: string): HistoryTarget | undefined {
  return historyTargets.find(target => targetColumns[target] === name)
}
