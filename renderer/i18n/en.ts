import { accuracy } from './en/accuracy.ts'
import { app } from './en/app.ts'
import { assumptions } from './en/assumptions.ts'
import { audit } from './en/audit.ts'
import { backtest } from './en/backtest.ts'
import { charts } from './en/charts.ts'
import { commands } from './en/commands.ts'
import { creators } from './en/creators.ts'
import { evidence } from './en/evidence.ts'
import { exchange } from './en/exchange.ts'
import { help } from './en/help.ts'
import { history } from './en/history.ts'
import { learnt } from './en/learnt.ts'
import { newOrder } from './en/newOrder.ts'
import { order } from './en/order.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { parts } from './en/parts.ts'
import { planner } from './en/planner.ts'
import { prove } from './en/prove.ts'
import { settings } from './en/settings.ts'
import { videos } from './en/videos.ts'
import { welcome } from './en/welcome.ts'
import { words } from './en/words.ts'

export const en = {
  accuracy,
  app,
  assumptions,
  audit,
  backtest,
  charts,
  commands,
  creators,
  evidence,
  history,
  learnt,
  exchange,
  help,
  newOrder,
  order,
  orders,
  overview,
  parts,
  planner,
  prove,
  settings,
  videos,
  welcome,
  words,
} as const
