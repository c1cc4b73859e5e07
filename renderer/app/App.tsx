import { Route, Router } from '@solidjs/router'
import { lazy, onMount } from 'solid-js'

import { loadAhead } from './loadAhead.ts'
import { NotFound } from './NotFound.tsx'
import { Shell } from './Shell.tsx'

const Home = lazy(async () => ({ default: (await import('../screens/overview/Home.tsx')).Home }))
const Creators = lazy(async () => ({ default: (await import('../screens/creators/Creators.tsx')).Creators }))
const CreatorPage = lazy(async () => ({
  default: (await import('../screens/creators/CreatorPage.tsx')).CreatorPage,
}))
const Videos = lazy(async () => ({ default: (await import('../screens/videos/Videos.tsx')).Videos }))
const VideoPage = lazy(async () => ({ default: (await import('../screens/videos/VideoPage.tsx')).VideoPage }))
const Orders = lazy(async () => ({ default: (await import('../screens/orders/Orders.tsx')).Orders }))
const NewOrder = lazy(async () => ({ default: (await import('../screens/new-order/NewOrder.tsx')).NewOrder }))
const OrderPage = lazy(async () => ({ default: (await import('../screens/order/OrderPage.tsx')).OrderPage }))
const Planner = lazy(async () => ({ default: (await import('../screens/planner/Planner.tsx')).Planner }))
const AccuracyRoom = lazy(async () => ({
  default: (await import('../screens/accuracy/AccuracyRoom.tsx')).AccuracyRoom,
}))
const AssumptionsRoom = lazy(async () => ({
  default: (await import('../screens/assumptions/AssumptionsRoom.tsx')).AssumptionsRoom,
}))
const Audit = lazy(async () => ({ default: (await import('../screens/audit/Audit.tsx')).Audit }))
const Import = lazy(async () => ({ default: (await import('../screens/import/Import.tsx')).Import }))
const Parts = lazy(async () => ({ default: (await import('../screens/parts/Parts.tsx')).Parts }))
const SettingsPage = lazy(async () => ({
  default: (await import('../screens/settings/SettingsPage.tsx')).SettingsPage,
}))

/** The rooms that people go to, likeliest first. */
const rooms = [
  Orders,
  OrderPage,
  NewOrder,
  Home,
  Creators,
  CreatorPage,
  Videos,
  VideoPage,
  Planner,
  AccuracyRoom,
  Audit,
  Import,
  AssumptionsRoom,
  SettingsPage,
]

/** Every room has an address. The one that is entered first is loaded first, the others when there is nothing else to do. */
export function App() {
  onMount(() => loadAhead(rooms))
  return (
    <Router root={Shell}>
      <Route path="/" component={Home} />
      <Route path="/creators" component={Creators} />
      <Route path="/creators/:id" component={CreatorPage} />
      <Route path="/videos" component={Videos} />
      <Route path="/videos/new" component={VideoPage} />
      <Route path="/videos/:id" component={VideoPage} />
      <Route path="/orders" component={Orders} />
      <Route path="/orders/new" component={NewOrder} />
      <Route path="/orders/:id" component={OrderPage} />
      <Route path="/orders/:id/edit" component={NewOrder} />
      <Route path="/planner" component={Planner} />
      <Route path="/accuracy" component={AccuracyRoom} />
      <Route path="/assumptions" component={AssumptionsRoom} />
      <Route path="/audit" component={Audit} />
      <Route path="/import" component={Import} />
      <Route path="/parts" component={Parts} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="*" component={NotFound} />
    </Router>
  )
}
