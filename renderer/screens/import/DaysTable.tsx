import { For } from 'solid-js'

import type { ImportDay } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'

import '../../parts/mini.css'

/** Days of orders as they are and as they would be. */
export function DaysTable(props: { readonly days: readonly ImportDay[] }) {
  const { t, number, money, shortDate } = useI18n()
  const told = (counts: ImportDay['after'] | null, { currency }: ImportDay) =>
    counts === null ? '–' : `${number(counts.linkClicks)}, ${money(counts.spendMinor, currency)}`
  return (
    <details class="fc-import-part" open={props.days.length <= 10}>
      <summary>{t('exchange.preview.days')}</summary>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('exchange.preview.dayOrder')}</th>
              <th scope="col">{t('exchange.preview.day')}</th>
              <th scope="col" data-align="end">
                {t('exchange.preview.was')}
              </th>
              <th scope="col" data-align="end">
                {t('exchange.preview.willBe')}
              </th>
              <th scope="col">
                <span class="visually-hidden">{t('exchange.preview.what')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.days}>
              {day => (
                <tr>
                  <th scope="row">{day.title}</th>
                  <td>{shortDate(day.date)}</td>
                  <td data-align="end" class="second">
                    {told(day.before, day)}
                  </td>
                  <td data-align="end">{told(day.after, day)}</td>
                  <td class="second small">{t(`exchange.preview.status.${day.status}`)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </details>
  )
}
