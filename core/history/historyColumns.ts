import { type Said, say } from '../words/say.ts'

/** The columns of a file of delivery history, in the order in which one is written (interfaces.md 4). */
export const historyColumns = [
  'unit_id',
  'account_id',
  'period_start',
  'period_end',
  'market',
  'currency',
  'platform',
  'objective',
  'creator_id',
  'video_id',
  'audience_kind',
  'age_bands',
  'genders',
  'interests',
  'spend',
  'impressions',
  'reach',
  'link_clicks',
  'conversions',
] as const
export type HistoryColumn = (typeof historyColumns)[number]

/** Without these a file says nothing that could be learnt: each has to be in the header, however many of its cells are blank. */
export const neededColumns: ReadonlySet<HistoryColumn> = new Set([
  'unit_id',
  'period_start',
  'period_end',
  'currency',
  'spend',
  'impressions',
  'link_clicks',
  'conversions',
])

/** What follows where a column is not there, or says nothing in any row. */
export const withoutColumn: Readonly<Record<HistoryColumn, Said>> = {
  unit_id: say('rows cannot be told apart'),
  account_id: say('all rows count as one account'),
  period_start: say('age does not count, and accuracy is tested by folds instead of over time'),
  period_end: say('how long an order ran is not known'),
  market: say('rows count for no market of their own'),
  currency: say('spends are of one unknown currency'),
  platform: say('platforms are not told apart'),
  objective: say('goals are not told apart'),
  creator_id: say('nothing is learnt of single creators'),
  video_id: say('nothing is learnt of single videos'),
  audience_kind: say('automatic and custom audiences are not told apart'),
  age_bands: say('nothing is learnt of ages'),
  genders: say('nothing is learnt of genders'),
  interests: say('nothing is learnt of interests'),
  spend: say('nothing is learnt of prices'),
  impressions: say('nothing is learnt of prices and click rates; clicks are learnt from spend alone'),
  reach: say('nothing that forecasts use'),
  link_clicks: say('nothing is learnt of link clicks'),
  conversions: say('nothing is learnt of orders'),
}
