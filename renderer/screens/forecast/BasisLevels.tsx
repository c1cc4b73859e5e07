import { createMemo, For, Show } from 'solid-js'

import { type HistoryTarget, historyTargets } from '../../../core/calibration/history.ts'
import { levelNames } from '../../../core/calibration/learned.ts'
import type { ForecastBasis } from '../../../core/contract/learning.ts'
import { createVideoTitles } from '../../app/createVideoTitles.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { effectRange, effectSize } from '../accuracy/learntWords.ts'
import { levelWords } from '../accuracy/levelWords.ts'

type Level = ForecastBasis['levels'][number]

/** The nearest first: the order itself, its video, its creator. */
const nearestFirst = ['unit', ...levelNames.toReversed(), 'currency'] as const

/** What was learnt of everything that the order has in common with others, for each count. */
export function BasisLevels(props: { readonly levels: readonly Level[] }) {
  const i18n = useI18n()
  const { t } = i18n
  const titles = createVideoTitles()
  const rows = createMemo(() =>
    nearestFirst.flatMap(level => {
      const of = props.levels.filter(each => each.level === level)
      return of[0] === undefined ? [] : [{ level, name: levelWords(of[0], titles(), i18n), of }]
    }),
  )
  return (
    <section>
      <h3>{t('learnt.basis.levels')}</h3>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('learnt.basis.level')}</th>
              <For each={historyTargets}>
                {target => <th scope="col">{t(`backtest.target.${target}`)}</th>}
              </For>
              <th scope="col" data-align="end">
                {t('learnt.orders')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {row => (
                <tr>
                  <th scope="row">
                    <span class="second">{t(`learnt.level.${row.level}`)}</span> {row.name}
                  </th>
                  <For each={historyTargets}>{target => <Cell of={row.of} target={target} />}</For>
                  <td data-align="end">{i18n.number(Math.max(...row.of.map(({ orders }) => orders)))}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="third small fc-basis-foot">{t('learnt.basis.levelsText')}</p>
    </section>
  )
}

function Cell(props: { readonly of: readonly Level[]; readonly target: HistoryTarget }) {
  const i18n = useI18n()
  const found = () => props.of.find(({ target }) => target === props.target)
  return (
    <td>
      <Show when={found()} fallback="–">
        {level => (
          <>
            {effectSize(level(), i18n)}
            <span class="fc-basis-range third small">{effectRange(level(), i18n)}</span>
          </>
        )}
      </Show>
    </td>
  )
}
