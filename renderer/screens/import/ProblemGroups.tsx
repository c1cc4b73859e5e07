import { For } from 'solid-js'

import type { ImportPreview } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'

import '../../parts/mini.css'

/** What does not fit, grouped by how it is mended (U11): where it stands, what was found, what was expected. */
export function ProblemGroups(props: { readonly problems: ImportPreview['problems'] }) {
  const { t, tc, said } = useI18n()
  return (
    <section class="fc-import-part" aria-label={t('exchange.preview.problems')}>
      <h3>{t('exchange.preview.problems')}</h3>
      <For each={props.problems}>
        {group => (
          <details class="fc-import-problem">
            <summary>
              <span>{said(group.fix)}</span>{' '}
              <span class="second small">
                {tc('exchange.preview.rows', group.rows)},{' '}
                {t(group.isLeft ? 'exchange.preview.isLeft' : 'exchange.preview.isKept')}
              </span>
            </summary>
            <div class="fc-scroll-x">
              <table class="fc-mini">
                <thead>
                  <tr>
                    <For each={['line', 'column', 'found', 'expected'] as const}>
                      {column => <th scope="col">{t(`exchange.preview.columnsOf.${column}`)}</th>}
                    </For>
                  </tr>
                </thead>
                <tbody>
                  <For each={group.first}>
                    {row => (
                      <tr>
                        <th scope="row">{row.line}</th>
                        <td>
                          <code>{row.column}</code>
                        </td>
                        <td>{said(row.found)}</td>
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
