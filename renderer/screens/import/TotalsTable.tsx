import { For, Show } from 'solid-js'

import { addsUp, type ImportSummary } from '../../../core/exchange/importSummary.ts'
import { useI18n } from '../../i18n/i18n.ts'

import '../../parts/mini.css'

/** Where the file goes, currency by currency: its parts and what they add up to. */
export function TotalsTable(props: { readonly summary: ImportSummary }) {
  const { t, tc, number, anyMoney } = useI18n()
  return (
    <section class="fc-import-part" aria-label={t('exchange.preview.totals')}>
      <h3>{t('exchange.preview.totals')}</h3>
      <Show when={addsUp(props.summary)}>
        <p class="third small">{t('exchange.preview.adds')}</p>
      </Show>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('exchange.preview.part')}</th>
              <For each={['count', 'spend', 'revenue', 'impressions', 'linkClicks', 'conversions'] as const}>
                {column => (
                  <th scope="col" data-align="end">
                    {t(`exchange.preview.${column}`)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.summary.totals}>
              {row => (
                <tr data-total={row.part === 'file' ? '' : undefined}>
                  <th scope="row">{t(`exchange.preview.${row.part}`)}</th>
                  <td data-align="end">{number(row.rows)}</td>
                  <td data-align="end">{anyMoney(row.spend, row.currency)}</td>
                  <td data-align="end">{anyMoney(row.revenue, row.currency)}</td>
                  <td data-align="end">{number(row.impressions)}</td>
                  <td data-align="end">{number(row.linkClicks)}</td>
                  <td data-align="end">{number(row.conversions)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={props.summary.unreadable > 0}>
        <p class="second small">{tc('exchange.preview.unreadable', props.summary.unreadable)}</p>
      </Show>
    </section>
  )
}
