import { createMemo, For, mapArray, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import type { BudgetPoint } from '../../charts/BudgetChart.tsx'
import { budgetTable, budgetWords } from '../../charts/budgetWords.ts'
import { MultipleChart } from '../../charts/MultipleChart.tsx'
import type { PlotPoint } from '../../charts/plot.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { adviceWords } from './adviceWords.ts'
import { axisBudget } from './axisBudget.ts'
import { createCurveRun } from './createCurveRun.ts'
import { planNames } from './planName.ts'
import { RunState } from './RunState.tsx'

/** The curves of several orders on one scale, each with its own advice: which of them is worth more money? */
export function BudgetCurves(props: {
  readonly plans: readonly Order[]
  /** Looks at one of them alone. */
  readonly onOpen: (id: string) => void
}) {
  const i18n = useI18n()
  const { t } = i18n
  const names = createMemo(() => planNames(props.plans, i18n))
  const curves = mapArray(
    () => props.plans,
    plan => ({ plan, run: createCurveRun(() => plan) }),
  )
  const all = createMemo(() => curves().map(({ run }) => pointsOf(run.live.result()).map(plotted)))
  return (
    <div class="fc-curves">
      <For each={curves()}>
        {({ plan, run }, place) => (
          <section class="fc-curves-plan" aria-label={names()[place()]}>
            <header class="fc-curves-head">
              <h3>{names()[place()]}</h3>
              <button type="button" class="fc-link-button" onClick={() => props.onOpen(plan.row.id)}>
                {t('planner.openOne')}
              </button>
            </header>
            <RunState run={run.live} onCancel={run.stop} isAsked>
              {curve => <One curve={curve()} all={all()} />}
            </RunState>
          </section>
        )}
      </For>
      <Show when={curves().every(({ run }) => run.live.result() !== undefined)}>
        <p class="third small fc-curves-foot">{t('planner.oneScale')}</p>
      </Show>
    </div>
  )
}

function One(props: { readonly curve: CurveResult; readonly all: readonly (readonly PlotPoint[])[] }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const points = () => pointsOf(props.curve)
  const formats = {
    format: (value: number) => number(Math.round(value)),
    formatBudget: (major: number) => axisBudget(major, props.curve.currency, i18n),
  }
  const words = (place: number) => budgetWords(points()[place], formats, i18n)
  return (
    <>
      <p class="fc-curves-advice" data-advice={props.curve.advice}>
        {adviceWords(props.curve, i18n)}
      </p>
      <MultipleChart
        title={t('planner.clicks')}
        aside={words(props.curve.own)}
        summary={`${t('planner.clicks')}. ${words(props.curve.own)}`}
        table={budgetTable(points(), formats, i18n)}
        points={points().map(plotted)}
        all={props.all}
        own={props.curve.own}
        words={words}
        format={formats.format}
        formatPlace={formats.formatBudget}
      />
    </>
  )
}

function pointsOf(curve: CurveResult | undefined): readonly BudgetPoint[] {
  return (curve?.points ?? []).map(({ budget, linkClicks }) => ({
    budget,
    spread: linkClicks,
    value: linkClicks.mean,
  }))
}

const plotted = ({ budget, spread, value }: BudgetPoint): PlotPoint => ({ x: budget, spread, middle: value })
