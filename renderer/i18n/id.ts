import type { Dictionary } from './dictionary.ts'
import { accuracy } from './id/accuracy.ts'
import { app } from './id/app.ts'
import { assumptions } from './id/assumptions.ts'
import { audit } from './id/audit.ts'
import { backtest } from './id/backtest.ts'
import { charts } from './id/charts.ts'
import { commands } from './id/commands.ts'
import { creators } from './id/creators.ts'
import { evidence } from './id/evidence.ts'
import { exchange } from './id/exchange.ts'
import { help } from './id/help.ts'
import { history } from './id/history.ts'
import { learnt } from './id/learnt.ts'
import { newOrder } from './id/newOrder.ts'
import { order } from './id/order.ts'
import { orders } from './id/orders.ts'
import { overview } from './id/overview.ts'
import { parts } from './id/parts.ts'
import { planner } from './id/planner.ts'
import { prove } from './id/prove.ts'
import { settings } from './id/settings.ts'
import { videos } from './id/videos.ts'
import { welcome } from './id/welcome.ts'
import { words } from './id/words.ts'

export const id: Dictionary = {
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
}
