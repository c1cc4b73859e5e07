import { useNavigate } from '@solidjs/router'

import { orderGroups } from '../../core/order/orderGroups.ts'
import type { TextKey } from '../i18n/dictionary.ts'
import { useI18n } from '../i18n/i18n.ts'
import type { Command } from './command.ts'

type Place = { readonly href: string; readonly name: TextKey; readonly keys?: string }

const rooms: readonly Place[] = [
  { href: '/', name: 'app.rooms.overview', keys: 'g h' },
  { href: '/creators', name: 'app.rooms.creators', keys: 'g c' },
  { href: '/videos', name: 'app.rooms.videos', keys: 'g v' },
  { href: '/orders', name: 'app.rooms.orders', keys: 'g o' },
  { href: '/planner', name: 'app.rooms.planner', keys: 'g p' },
  { href: '/accuracy', name: 'app.rooms.accuracy', keys: 'g f' },
  { href: '/assumptions', name: 'app.rooms.assumptions', keys: 'g r' },
  { href: '/audit', name: 'app.rooms.audit', keys: 'g a' },
  { href: '/import', name: 'app.rooms.import', keys: 'g i' },
  { href: '/settings', name: 'app.rooms.settings', keys: 'g s' },
]

const parts: readonly (Place & { readonly of: TextKey })[] = [
  ...orderGroups
    .filter(group => group !== 'all')
    .map(
      group =>
        ({ href: `/orders?view=${group}`, of: 'app.rooms.orders', name: `orders.views.${group}` }) as const,
    ),
  { href: '/orders?archived=1', of: 'app.rooms.orders', name: 'orders.archivedOnly' },
  { href: '/planner?tab=budget', of: 'app.rooms.planner', name: 'planner.tabs.budget' },
  { href: '/planner?tab=compare', of: 'app.rooms.planner', name: 'planner.tabs.compare' },
  { href: '/planner?tab=allocate', of: 'app.rooms.planner', name: 'planner.tabs.allocate' },
  { href: '/accuracy?tab=history', of: 'app.rooms.accuracy', name: 'accuracy.tabs.history' },
  { href: '/accuracy?tab=learnt', of: 'app.rooms.accuracy', name: 'accuracy.tabs.learnt' },
  { href: '/audit?tab=rules', of: 'app.rooms.audit', name: 'audit.tabs.rules' },
  { href: '/audit?tab=log', of: 'app.rooms.audit', name: 'audit.tabs.log' },
  { href: '/audit?tab=evidence', of: 'app.rooms.audit', name: 'audit.tabs.evidence' },
]

const beginnings: readonly Place[] = [
  { href: '/orders/new', name: 'orders.add', keys: 'n' },
  { href: '/creators?add=1', name: 'commands.newCreator' },
  { href: '/videos/new', name: 'videos.add' },
]

/** Every room, the parts of rooms that have an address, and what can be begun. */
export function createRoomCommands(): () => readonly Command[] {
  const { t, everyName } = useI18n()
  const navigate = useNavigate()
  const words = (group: TextKey, names: readonly TextKey[]) => [
    ...everyName(group),
    ...names.flatMap(everyName),
  ]
  const to = (href: string) => () => navigate(href)
  return () => [
    ...rooms.map(({ href, name, keys }): Command => ({
      id: `go ${href}`,
      group: 'go',
      name: t(name),
      words: words('commands.groups.go', [name]),
      keys,
      run: to(href),
    })),
    ...beginnings.map(({ href, name, keys }): Command => ({
      id: `make ${href}`,
      group: 'make',
      name: t(name),
      words: words('commands.groups.make', [name]),
      keys,
      run: to(href),
    })),
    ...parts.map(({ href, of, name }): Command => ({
      id: `go ${href}`,
      group: 'go',
      name: `${t(of)}: ${t(name)}`,
      words: words('commands.groups.go', [of, name]),
      run: to(href),
    })),
  ]
}
