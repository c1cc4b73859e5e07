import { A } from '@solidjs/router'
import { Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { audienceWords } from '../forecast/audienceWords.ts'
import { Fact } from '../forecast/Fact.tsx'

export function OrderSummary(props: { readonly order: Order }) {
  const i18n = useI18n()
  const { t, tc } = i18n
  const row = () => props.order.row
  const draft = () => props.order.draft
  const { workspace } = useWorkspace()
  const zone = () => workspace.data()?.markets.find(each => each.market === row().market)?.zone ?? ''
  const city = () => zone().split('/').at(-1)?.replaceAll('_', ' ') ?? ''
  return (
    <Panel title={t('order.summary')}>
      <dl class="fc-facts">
        <Fact name={t('order.video')}>
          <A href={`/videos/${row().videoId}`}>{row().videoTitle}</A>{' '}
          <span class="third">{`${row().creatorHandle} · ${t(`words.market.${row().market}`)}`}</span>
        </Fact>
        <Fact name={t('order.product')}>{row().productName}</Fact>
        <Fact name={t('order.goal')}>{t(`newOrder.goal.${draft().goal}`)}</Fact>
        <Fact name={t('order.target')}>{tc('order.clicks', draft().targetLinkClicks)}</Fact>
        <Fact name={t('order.audience')}>{audienceWords(draft().audience, i18n)}</Fact>
        <Fact name={t('order.budget')}>
          {t('order.budgetText', {
            total: i18n.money(row().budgetMinor, row().currency),
            days: tc('order.days', row().durationDays),
          })}
        </Fact>
        <Fact name={t('order.starts')}>
          {t('order.startsText', { start: i18n.dateTime(row().startsAt), city: city() })}
        </Fact>
        <Fact name={t('order.entrance')}>{t(`newOrder.entrance.${draft().entrance}`)}</Fact>
        <Fact name={t('order.pacing')}>{t(`newOrder.budget.${draft().pacing}`)}</Fact>
        <Fact name={t('order.payer')}>{t(`newOrder.budget.${draft().payer}`)}</Fact>
        <Show when={draft().notes}>{notes => <Fact name={t('order.notes')}>{notes()}</Fact>}</Show>
      </dl>
    </Panel>
  )
}
