import { For, Show } from 'solid-js'

import type { BacktestShown } from '../../../core/contract/accuracy.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { bestOf, modelsOf, scoreRows, scoreWords } from './backtestWords.ts'

/** Every score of our forecast and of the simple ones, the best of a row marked. */
export function BacktestScores(props: { readonly target: BacktestShown['report']['targets'][number] }) {
  const i18n = useI18n()
  const { t, tc } = i18n
  return (
    <div class="fc-scroll-x">
      <table class="fc-mini fc-backtest-scores" data-named>
        <caption class="fc-mini-caption">{tc('backtest.units', props.target.scores.n)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('backtest.score')}</th>
            <For each={modelsOf(props.target)}>
              {({ model }) => (
                <th scope="col" data-align="end">
                  {t(`backtest.models.${model}`)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={scoreRows}>
            {row => (
              <tr>
                <th scope="row">
                  {t(`backtest.scores.${row}`)}
                  <span class="fc-backtest-hint third small">{t(`backtest.hints.${row}`)}</span>
                </th>
                <For each={modelsOf(props.target)}>
                  {({ model, scores }) => (
                    <td data-align="end" data-best={bestOf(props.target, row) === model ? '' : undefined}>
                      {scoreWords(scores, row, i18n)}
                      <Show when={bestOf(props.target, row) === model}>
                        <span class="visually-hidden"> {t('backtest.best')}</span>
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
