import { For, Show } from 'solid-js'

import type { History } from '../../../core/contract/learning.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { LeftOut } from './LeftOut.tsx'

/** What was read of a file, what was left out and why, and what it cannot tell. */
export function HistoryReportView(props: {
  readonly history: History
  readonly onRemove: () => void
  readonly onRestore: () => void
}) {
  const { t, number, moment, said } = useI18n()
  const report = () => props.history.report
  return (
    <Panel
      title={props.history.name}
      aside={
        <Show
          when={props.history.archivedAt === null}
          fallback={<Button onClick={() => props.onRestore()}>{t('history.restore')}</Button>}
        >
          <Button variant="quiet" onClick={() => props.onRemove()}>
            {t('history.remove')}
          </Button>
        </Show>
      }
    >
      <p class="second small">
        {t('history.importedBy', { who: props.history.who, time: moment(props.history.importedAt) })}
      </p>
      <dl class="fc-history-facts">
        <Fact
          name={t('history.kept')}
          value={number(report().kept)}
          note={t('history.ofRows', { rows: number(report().rows) })}
        />
        <Fact name={t('history.unitsName')} value={number(report().units)} note="" />
        <Fact
          name={t('history.leftOut')}
          value={number(report().leftOut)}
          note={t(report().leftOut === 0 ? 'history.leftOutNone' : 'history.leftOutNote')}
        />
        <Period history={props.history} />
      </dl>
      <Makeup history={props.history} />
      <Show when={report().reasons.length > 0}>
        <LeftOut report={report()} />
      </Show>
      <Show when={report().warnings.length > 0 || report().missing.length > 0}>
        <section class="fc-history-part" aria-label={t('history.mind')}>
          <h3>{t('history.mind')}</h3>
          <ul class="fc-history-notes">
            <For each={report().missing}>
              {missing => (
                <li>
                  <code>{missing.column}</code> {said(missing.means)}
                </li>
              )}
            </For>
            <For each={report().warnings}>{warning => <li>{said(warning)}</li>}</For>
          </ul>
        </section>
      </Show>
    </Panel>
  )
}

function Fact(props: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div class="fc-history-fact">
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong> <span class="third small">{props.note}</span>
      </dd>
    </div>
  )
}

function Period(props: { readonly history: History }) {
  const { t, date } = useI18n()
  const value = () => {
    const { from, to } = props.history.report
    return from === null || to === null ? t('history.noDates') : `${date(from)} – ${date(to)}`
  }
  return <Fact name={t('history.period')} value={value()} note="" />
}

/** Rows and spend of each currency (never added up), markets and platforms. */
function Makeup(props: { readonly history: History }) {
  const { t, number, anyMoney } = useI18n()
  const parts = () => [
    {
      title: t('history.currencies'),
      rows: props.history.report.currencies.map(({ currency, rows, spend }) => ({
        name: currency || t('history.notSaid'),
        rows,
        note: anyMoney(spend, currency),
      })),
    },
    {
      title: t('history.markets'),
      rows: props.history.report.markets.map(({ market, rows }) => ({
        name: market || t('history.notSaid'),
        rows,
        note: '',
      })),
    },
    {
      title: t('history.platforms'),
      rows: props.history.report.platforms.map(({ platform, rows }) => ({
        name: platform || t('history.notSaid'),
        rows,
        note: '',
      })),
    },
  ]
  return (
    <div class="fc-history-makeup">
      <For each={parts()}>
        {part => (
          <table class="fc-mini" data-named>
            <caption class="fc-mini-caption">{part.title}</caption>
            <tbody>
              <For each={part.rows}>
                {row => (
                  <tr>
                    <th scope="row">{row.name}</th>
                    <td data-align="end">{number(row.rows)}</td>
                    <Show when={row.note}>
                      <td data-align="end">{row.note}</td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </For>
    </div>
  )
}
