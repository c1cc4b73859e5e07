import { createMemo, createSignal, Show } from 'solid-js'

import type { BacktestShown } from '../../../core/contract/accuracy.ts'
import { CoverageChart } from '../../charts/CoverageChart.tsx'
import { downloadCsv } from '../../charts/download.ts'
import { IntervalChart } from '../../charts/IntervalChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { BacktestScores } from './BacktestScores.tsx'
import { backtestBars, backtestCsv, skillWords } from './backtestWords.ts'

/** The scores of a back-test, target by target, with what simple forecasts of the same rows score. */
export function BacktestResult(props: { readonly shown: BacktestShown }) {
  const i18n = useI18n()
  const { t, tc, number } = i18n
  const [chosen, setChosen] = createSignal<string>()
  const targets = () => props.shown.report.targets
  const target = () => targets().find(each => each.target === chosen()) ?? targets()[0]
  const points = createMemo(() =>
    props.shown.rows
      .filter(row => row.target === target()?.target)
      .map(row => ({ ...row, name: row.unitId, day: row.start ?? row.end ?? '' }))
      .toSorted((a, b) => a.day.localeCompare(b.day)),
  )
  return (
    <section class="fc-backtest-result" aria-label={t('backtest.result')}>
      <header class="fc-backtest-head">
        <Show when={target()} fallback={<p class="second">{t('backtest.nothing')}</p>}>
          {now => (
            <Segmented
              label={t('backtest.target.name')}
              hideLabel
              value={now().target}
              options={targets().map(each => ({
                value: each.target,
                label: t(`backtest.target.${each.target}`),
              }))}
              onChange={setChosen}
            />
          )}
        </Show>
        <span class="third small">
          {t('backtest.rowsOf', {
            train: number(props.shown.report.trainRows),
            test: number(props.shown.report.testRows),
            out: number(props.shown.report.leftOutRows),
          })}
        </span>
        <Button variant="quiet" onClick={() => downloadCsv('back-test', backtestCsv(props.shown.rows))}>
          {t('backtest.download')}
        </Button>
      </header>
      <Show when={target()}>
        {now => (
          <>
            <p class="fc-accuracy-say">
              {now().scores.n < fewForecasts
                ? tc('backtest.tooFew', now().scores.n)
                : skillWords(now().scores.crps, now().baselines.pooled?.crps, i18n)}
            </p>
            <div class="fc-backtest-pair">
              <BacktestScores target={now()} />
              <CoverageChart
                title={t('backtest.sharesInside')}
                aside={t('backtest.whisker')}
                bars={backtestBars(now().scores)}
              />
            </div>
            <Show when={points().length > 0}>
              <IntervalChart
                title={t(`backtest.target.${now().target}`)}
                aside={t('backtest.oneByOneAside')}
                points={points()}
                format={value => number(Math.round(value))}
              />
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

/** Below this a score says more about chance than about forecasts. */
const fewForecasts = 20
