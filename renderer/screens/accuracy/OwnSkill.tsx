import { For, Show } from 'solid-js'

import type { BacktestAsked, BacktestShown } from '../../../core/contract/accuracy.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { skillWords } from './backtestWords.ts'
import type { Backtest } from './createBacktest.ts'

import '../forecast/forecast.css'

const asked: BacktestAsked = {
  source: { kind: 'own' },
  split: { kind: 'folds', folds: 5 },
  targets: ['linkClicks'],
  seed: 1,
}

type Target = BacktestShown['report']['targets'][number]

/** Own orders forecast from the others, beside the plainest forecast there is: clicks per spend of all of them. */
export function OwnSkill(props: { readonly backtest: Backtest }) {
  const { t } = useI18n()
  const target = () => props.backtest.result()?.shown.report.targets[0]
  return (
    <section class="fc-accuracy-skill" aria-label={t('accuracy.skill')}>
      <header class="fc-accuracy-skill-head">
        <h3>{t('accuracy.skill')}</h3>
        <Show when={!props.backtest.isRunning()}>
          <Button variant="quiet" onClick={() => props.backtest.start(asked)}>
            {t(target() === undefined ? 'accuracy.skillRun' : 'accuracy.skillAgain')}
          </Button>
        </Show>
      </header>
      <Show when={props.backtest.isRunning()}>
        <Progress
          label={t('backtest.running')}
          fraction={props.backtest.fraction()}
          onCancel={props.backtest.cancel}
        />
      </Show>
      <Show when={props.backtest.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show when={target()} fallback={<p class="second small">{t('accuracy.skillText')}</p>}>
        {found => <Bars target={found()} />}
      </Show>
    </section>
  )
}

function Bars(props: { readonly target: Target }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const rows = () =>
    [
      { key: 'foreclick', score: props.target.scores.intervalScore, isOurs: true },
      { key: 'pooled', score: props.target.baselines.pooled?.intervalScore ?? null, isOurs: false },
    ] as const
  const most = () => Math.max(1e-9, ...rows().map(({ score }) => score ?? 0))
  return (
    <>
      <p class="second small">
        {skillWords(props.target.scores.intervalScore, props.target.baselines.pooled?.intervalScore, i18n)}{' '}
        <span class="third">{t('accuracy.lowerIsBetter')}</span>
      </p>
      <div class="fc-accuracy-bars">
        <For each={rows()}>
          {row => (
            <>
              <span class="small">{t(`backtest.models.${row.key}`)}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  class={row.isOurs ? 'fc-basis-own' : 'fc-basis-prior'}
                  width={(100 * (row.score ?? 0)) / most()}
                  height="10"
                />
              </svg>
              <span class="small">{row.score === null ? '–' : number(row.score)}</span>
            </>
          )}
        </For>
      </div>
    </>
  )
}
