import { A } from '@solidjs/router'
import { For, Match, Show, Switch } from 'solid-js'

import type { OrderUnderWay, Overview } from '../../../core/contract/overview.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { rangeWords } from '../forecast/forecastWords.ts'

/** More are a click away; those with a concern come first. */
const mostShown = 10

/** Paid orders that are not ended: how far each is, what came against its forecast, and what it asks of a person. */
export function UnderWay(props: { readonly overview: Overview }) {
  const { t, tc } = useI18n()
  const shown = () => props.overview.underWay.slice(0, mostShown)
  return (
    <Panel title={t('overview.running.title')}>
      <Show when={shown().length > 0} fallback={<p class="second">{t('overview.running.none')}</p>}>
        <div class="fc-scroll-x">
          <table class="fc-mini">
            <thead>
              <tr>
                <th scope="col">{t('overview.order')}</th>
                <th scope="col">{t('overview.running.day')}</th>
                <th scope="col">{t('overview.running.clicks')}</th>
                <th scope="col">{t('overview.running.stands')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={shown()}>{each => <Line order={each} />}</For>
            </tbody>
          </table>
        </div>
        <Show when={props.overview.total > shown().length}>
          <A href="/orders?view=running" class="small">
            {tc('overview.running.all', props.overview.total)}
          </A>
        </Show>
      </Show>
    </Panel>
  )
}

function Line(props: { readonly order: OrderUnderWay }) {
  const i18n = useI18n()
  const { t, number, shortDate } = i18n
  const row = () => props.order.row
  const whole = (value: number) => number(Math.round(value))
  return (
    <tr>
      <td>
        <A href={`/orders/${row().id}`} class="fc-cell-title">
          {row().videoTitle}
        </A>{' '}
        <span class="second">{row().creatorHandle}</span>
      </td>
      <td class="second fc-overview-day">
        {props.order.daysBegun === 0
          ? t('overview.running.from', { date: shortDate(row().startsAt.slice(0, 10)) })
          : t('overview.running.dayOf', {
              day: number(props.order.daysBegun),
              days: number(row().durationDays),
            })}
      </td>
      <td class="second">
        <Show when={props.order.standing} fallback="–">
          {now => (
            <>
              <strong class="ink">{number(now().clicks)}</strong>{' '}
              {t('overview.running.forecast', { range: rangeWords(now().spread, whole, i18n) })}
            </>
          )}
        </Show>
      </td>
      <td>
        <Stands order={props.order} />
      </td>
    </tr>
  )
}

function Stands(props: { readonly order: OrderUnderWay }) {
  const { t, rule, shortDate } = useI18n()
  return (
    <Switch fallback={<StateBadge state={props.order.row.state} />}>
      <Match when={props.order.forbidden}>
        {reason => <span class="bad">{t('overview.running.forbidden', { reason: rule(reason()) })}</span>}
      </Match>
      <Match when={props.order.concern === 'unreported' && props.order.lastReported}>
        {last => (
          <span class="warning">{t('overview.running.unreportedSince', { date: shortDate(last()) })}</span>
        )}
      </Match>
      <Match when={props.order.concern === 'forbidden' ? null : props.order.concern}>
        {concern => (
          <span class={concern() === 'above' ? 'second' : 'warning'}>
            {t(`overview.running.concern.${concern()}`)}
          </span>
        )}
      </Match>
    </Switch>
  )
}
