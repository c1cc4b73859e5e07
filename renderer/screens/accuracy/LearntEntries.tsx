import { For, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { figureWords } from '../assumptions/figureWords.ts'
import { isMainFigure, learntFigure } from './learntNames.ts'
import { type LearnedEntry, weightOf } from './learntWords.ts'

import '../forecast/forecast.css'

/** What was held before, what the data alone say, and what is used now (CA2). */
export function LearntEntries(props: { readonly entries: readonly LearnedEntry[] }) {
  const { t, number } = useI18n()
  const main = () => props.entries.filter(({ id }) => isMainFigure(id))
  const rest = () => props.entries.filter(({ id }) => !isMainFigure(id))
  return (
    <Panel title={t('learnt.entries')}>
      <Show when={props.entries.length > 0} fallback={<p class="second">{t('learnt.noEntries')}</p>}>
        <Entries entries={main()} />
        <p class="third small fc-accuracy-foot">{t('learnt.entriesText')}</p>
        <Show when={rest().length > 0}>
          <details class="fc-history-reason fc-learnt-rest">
            <summary>
              <span>{t('learnt.rest')}</span>
              <span class="second">{number(rest().length)}</span>
            </summary>
            <Entries entries={rest()} />
          </details>
        </Show>
      </Show>
    </Panel>
  )
}

function Entries(props: { readonly entries: readonly LearnedEntry[] }) {
  const { t } = useI18n()
  return (
    <div class="fc-scroll-x">
      <table class="fc-mini" data-named>
        <thead>
          <tr>
            <th scope="col">{t('learnt.entry')}</th>
            <For each={['prior', 'data', 'used', 'weight', 'orders'] as const}>
              {column => (
                <th scope="col" data-align="end">
                  {t(`learnt.${column}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>{entry => <Entry entry={entry} />}</For>
        </tbody>
      </table>
    </div>
  )
}

function Entry(props: { readonly entry: LearnedEntry }) {
  const i18n = useI18n()
  const { number, percent } = i18n
  const about = () => learntFigure(props.entry, i18n)
  const figure = (value: number | null) =>
    value === null
      ? '–'
      : figureWords(rounded(value), { unit: about().unit, currency: props.entry.currency }, i18n)
  const place = () => [props.entry.market, props.entry.currency].filter(Boolean).join(', ')
  const weight = () => weightOf(props.entry)
  return (
    <tr>
      <th scope="row">
        {about().name} <span class="third small">{place()}</span>
      </th>
      <td data-align="end" class="second">
        {figure(props.entry.prior)}
      </td>
      <td data-align="end">{figure(props.entry.data)}</td>
      <td data-align="end">
        <strong>{figure(props.entry.posterior)}</strong>
      </td>
      <td data-align="end">
        <Weight weight={weight()} />
        {weight() === undefined ? '–' : percent(weight() ?? 0)}
      </td>
      <td data-align="end">{number(props.entry.orders)}</td>
    </tr>
  )
}

/** More figures than three nobody has learnt. */
const rounded = (value: number) => Number(value.toPrecision(3))

function Weight(props: { readonly weight: number | undefined }) {
  return (
    <Show when={props.weight !== undefined}>
      <svg class="fc-learnt-weight" width="48" height="8" aria-hidden="true">
        <rect class="fc-basis-prior" width="48" height="8" rx="2" />
        <rect class="fc-basis-own" width={48 * (props.weight ?? 0)} height="8" rx="2" />
      </svg>
    </Show>
  )
}
