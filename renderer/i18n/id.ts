import type { Dictionary } from './dictionary.ts'
import { app } from './id/app.ts'
import { charts } from './id/charts.ts'
import { creators } from './id/creators.ts'
import { newOrder } from './id/newOrder.ts'
import { order } from './id/order.ts'
import { orders } from './id/orders.ts'
import { overview } from './id/overview.ts'
import { parts } from './id/parts.ts'
import { planner } from './id/planner.ts'
import { settings } from './id/settings.ts'
import { videos } from './id/videos.ts'
import { welcome } from './id/welcome.ts'
import { words } from './id/words.ts'

export const id: Dictionary = {
  app,
  charts,
  creators,
  newOrder,
  order,
  orders,
  overview,
  parts,
  planner,
  settings,
  videos,
  welcome,
  words,
}
