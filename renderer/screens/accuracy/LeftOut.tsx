import { For } from 'solid-js'

import type { HistoryReport } from '../../../core/history/historyReport.ts'
import { useI18n } from '../../i18n/i18n.ts'

/** Rows that could not be right, by reason, each with its first few: where, what was found, what was expected. */
export function LeftOut(props: { readonly report: HistoryReport }) {
  const { t, tc, said } = useI18n()
  return (
    <section class="fc-history-part" aria-label={t('history.leftOut')}>
      <h3>{t('history.why')}</h3>
      <For each={props.report.reasons}>
        {reason => (
          <details class="fc-history-reason">
            <summary>
              <span>{t(`history.fault.${reason.fault}`)}</span>
              <span class="second">{tc('history.rows', reason.rows)}</span>
            </summary>
            <div class="fc-scroll-x">
              <table class="fc-mini">
                <thead>
                  <tr>
                    <For each={['line', 'column', 'found', 'expected'] as const}>
                      {column => <th scope="col">{t(`history.faulty.${column}`)}</th>}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={reason.first}>
                    {row => (
                      <tr>
                        <th scope="row">{row.line}</th>
                        <td>
                          <code>{row.column}</code>
                        </td>
                        <td>{said(row.received)}</td>
                        <td>{said(row.expected)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </details>
        )}
      </For>
    </section>
  )
}
