import { For, Show } from 'solid-js'

import type { BulkPreview as Preview } from '../../../core/contract/orderList.ts'
import { bulkFields } from '../../../core/order/bulkChange.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { audienceWords } from '../forecast/audienceWords.ts'

import '../../parts/mini.css'

type Sample = Preview['sample'][number]

/** What a change would do: how many orders, some of them before and after, and which stay and why. */
export function BulkPreview(props: { readonly preview: Preview | undefined; readonly isAsked: boolean }) {
  const { t, tc } = useI18n()
  const why = (reason: string) => {
    const state = orderStates.find(each => each === reason)
    return state === undefined
      ? t('orders.bulk.whyArchived')
      : t('orders.bulk.whyFixed', { state: t(`words.state.${state}`) })
  }
  return (
    <section class="fc-bulk-preview" aria-label={t('orders.bulk.preview')} aria-live="polite">
      <Show
        when={props.preview}
        fallback={<p class="second">{t(props.isAsked ? 'parts.loading' : 'orders.bulk.nothing')}</p>}
      >
        {preview => (
          <>
            <p>
              <strong>{tc('orders.bulk.changes', preview().changed)}</strong>
              <Show when={preview().unchanged > 0}>
                <span class="second"> · {tc('orders.bulk.same', preview().unchanged)}</span>
              </Show>
            </p>
            <For each={preview().refused}>
              {refused => (
                <p class="warning small">
                  {tc('orders.bulk.refused', refused.count)} {why(refused.why)}{' '}
                  <span class="third">{refused.examples.join(' · ')}</span>
                </p>
              )}
            </For>
            <Show when={preview().sample.length > 0}>
              <table class="fc-mini">
                <thead>
                  <tr>
                    <th scope="col">{t('orders.columns.video')}</th>
                    <th scope="col">{t('orders.bulk.before')}</th>
                    <th scope="col">{t('orders.bulk.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={preview().sample}>{each => <SampleLine sample={each} />}</For>
                </tbody>
              </table>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

function SampleLine(props: { readonly sample: Sample }) {
  const i18n = useI18n()
  const changed = () =>
    bulkFields.filter(
      field => JSON.stringify(props.sample.before[field]) !== JSON.stringify(props.sample.after[field]),
    )
  const words = (fields: Sample['before'], field: (typeof bulkFields)[number]): string => {
    const { t, money, dateTime, number, tc } = i18n
    if (field === 'budgetMinor') return money(fields.budgetMinor, props.sample.currency)
    if (field === 'durationDays') return tc('charts.days', fields.durationDays)
    if (field === 'startsAt') return dateTime(fields.startsAt)
    if (field === 'targetLinkClicks') return number(fields.targetLinkClicks)
    if (field === 'pacing') return t(`orders.bulk.pacings.${fields.pacing}`)
    if (field === 'payer') return t(`orders.payers.${fields.payer}`)
    return audienceWords(fields.audience, i18n)
  }
  const list = (fields: Sample['before']) =>
    changed()
      .map(field => words(fields, field))
      .join(', ')
  return (
    <tr>
      <td>
        {props.sample.videoTitle} <span class="second">{props.sample.creatorHandle}</span>
      </td>
      <td class="second">{list(props.sample.before)}</td>
      <td>{list(props.sample.after)}</td>
    </tr>
  )
}
