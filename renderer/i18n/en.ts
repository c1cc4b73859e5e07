import { app } from './en/app.ts'
import { charts } from './en/charts.ts'
import { creators } from './en/creators.ts'
import { newOrder } from './en/newOrder.ts'
import { order } from './en/order.ts'
import { orders } from './en/orders.ts'
import { overview } from './en/overview.ts'
import { parts } from './en/parts.ts'
import { planner } from './en/planner.ts'
import { settings } from './en/settings.ts'
import { videos } from './en/videos.ts'
import { welcome } from './en/welcome.ts'
import { words } from './en/words.ts'

export const en = {
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
} as const
