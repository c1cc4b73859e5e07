import { A, useLocation } from '@solidjs/router'
import ChartSpline from 'lucide-solid/icons/chart-spline'
import Clapperboard from 'lucide-solid/icons/clapperboard'
import FileInput from 'lucide-solid/icons/file-input'
import LayoutDashboard from 'lucide-solid/icons/layout-dashboard'
import ReceiptText from 'lucide-solid/icons/receipt-text'
import SettingsIcon from 'lucide-solid/icons/settings'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import SlidersHorizontal from 'lucide-solid/icons/sliders-horizontal'
import Target from 'lucide-solid/icons/target'
import Users from 'lucide-solid/icons/users'
import { type Component, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'

import { useI18n } from '../i18n/i18n.ts'
import { Mark } from './Mark.tsx'

import './Navigation.css'
import { useWorkspace } from './workspace.ts'

export function Navigation() {
  const { t } = useI18n()
  const { workspace } = useWorkspace()
  const counts = () => workspace.data()?.counts
  return (
    <nav class="fc-nav" aria-label={t('app.groups.navigation')}>
      <A href="/" class="fc-nav-brand">
        <Mark />
        <span class="fc-nav-label">{t('app.name')}</span>
      </A>
      <Room href="/" icon={LayoutDashboard} label={t('app.rooms.overview')} exact />
      <p class="fc-nav-group">{t('app.groups.records')}</p>
      <Room href="/creators" icon={Users} label={t('app.rooms.creators')} count={counts()?.creators} />
      <Room href="/videos" icon={Clapperboard} label={t('app.rooms.videos')} count={counts()?.videos} />
      <Room href="/orders" icon={ReceiptText} label={t('app.rooms.orders')} count={counts()?.orders} />
      <p class="fc-nav-group">{t('app.groups.plans')}</p>
      <Room href="/planner" icon={ChartSpline} label={t('app.rooms.planner')} />
      <Room href="/accuracy" icon={Target} label={t('app.rooms.accuracy')} />
      <Room href="/assumptions" icon={SlidersHorizontal} label={t('app.rooms.assumptions')} />
      <p class="fc-nav-group">{t('app.groups.prove')}</p>
      <Room href="/audit" icon={ShieldCheck} label={t('app.rooms.audit')} />
      <Room href="/import" icon={FileInput} label={t('app.rooms.import')} />
      <div class="fc-nav-space" />
      <Room href="/settings" icon={SettingsIcon} label={t('app.rooms.settings')} />
      <Show when={workspace.data()?.demo}>
        <p class="fc-nav-short" title={t('app.demoHint')}>
          {t('app.demoShort')}
        </p>
      </Show>
      <div class="fc-nav-foot">
        <Show when={workspace.data()?.demo}>
          <p title={t('app.demoHint')}>
            <strong>{t('app.demo')}</strong>
          </p>
        </Show>
        <p>{t('app.local')}</p>
      </div>
    </nav>
  )
}

type RoomProps = {
  readonly href: string
  readonly icon: Component<{ size?: number; 'aria-hidden'?: 'true' }>
  readonly label: string
  readonly count?: number | undefined
  readonly exact?: boolean
}

function Room(props: RoomProps) {
  const { number } = useI18n()
  const here = useLocation()
  const isHere = () => (props.exact ? here.pathname === props.href : here.pathname.startsWith(props.href))
  return (
    <A href={props.href} class="fc-nav-room" aria-current={isHere() ? 'page' : undefined} title={props.label}>
      <Dynamic component={props.icon} size={16} aria-hidden="true" />
      <span class="fc-nav-label">{props.label}</span>
      <Show when={props.count}>{count => <span class="fc-nav-count">{number(count())}</span>}</Show>
    </A>
  )
}
