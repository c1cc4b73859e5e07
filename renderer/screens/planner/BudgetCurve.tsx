import { Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import { unpaidStates } from '../../../core/order/orderState.ts'
import { BudgetChart } from '../../charts/BudgetChart.tsx'
import { SharedPlots } from '../../charts/SharedPlots.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { moneyWords } from '../forecast/forecastWords.ts'
import { adviceWords } from './adviceWords.ts'
import { axisBudget } from './axisBudget.ts'
import { createCurveRun } from './createCurveRun.ts'
import { RunState } from './RunState.tsx'

/** What one order brings at sixteen budgets, what the next click costs there, and which budget is best (FO3). */
export function BudgetCurve(props: { readonly plan: Order | undefined }) {
  const { t } = useI18n()
  const run = createCurveRun(() => props.plan)
  return (
    <RunState
      run={run.live}
      onCancel={run.stop}
      title={t('planner.asks.budget')}
      hint={t('planner.chooseOne')}
      isAsked={props.plan !== undefined}
    >
      {curve => <Curve curve={curve()} plan={props.plan} />}
    </RunState>
  )
}

function Curve(props: { readonly curve: CurveResult; readonly plan: Order | undefined }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const money = (major: number) => moneyWords(major, props.curve.currency, i18n)
  const budget = (major: number) => axisBudget(major, props.curve.currency, i18n)
  const hasProfit = () => props.curve.points.some(({ profit }) => profit !== null)
  const points = (pick: (point: CurveResult['points'][number]) => CurveResult['points'][number]['profit']) =>
    props.curve.points.map(point => ({
      budget: point.budget,
      spread: pick(point),
      value: pick(point)?.mean ?? null,
    }))
  const mayEdit = () => props.plan !== undefined && unpaidStates.includes(props.plan.row.state)
  return (
    <div class="fc-curve">
      <header class="fc-curve-advice" data-advice={props.curve.advice}>
        <p class="fc-curve-headline">{adviceWords(props.curve, i18n)}</p>
        <p class="second">
          {props.curve.scarceFrom === null
            ? t('planner.plenty')
            : t('planner.scarceFrom', { budget: money(props.curve.scarceFrom) })}
        </p>
        <Show when={mayEdit()}>
          <LinkButton href={`/orders/${props.plan?.row.id ?? ''}/edit`}>{t('planner.edit')}</LinkButton>
        </Show>
      </header>
      <SharedPlots>
        <div class="fc-curve-charts">
          <BudgetChart
            title={t('planner.clicks')}
            aside={t('charts.bands')}
            points={points(point => point.linkClicks)}
            own={props.curve.own}
            format={value => number(Math.round(value))}
            formatBudget={budget}
          />
          <BudgetChart
            title={t('planner.nextClick')}
            aside={t('planner.nextClickAside')}
            points={props.curve.points.map(point => ({
              budget: point.budget,
              spread: null,
              value: point.marginalCostPerClick,
            }))}
            own={props.curve.own}
            format={budget}
            formatBudget={budget}
          />
          <Show when={hasProfit()}>
            <BudgetChart
              title={t('planner.profit')}
              aside={t('charts.bands')}
              points={points(point => point.profit)}
              own={props.curve.own}
              format={budget}
              formatBudget={budget}
            />
          </Show>
        </div>
      </SharedPlots>
      <p class="third small">
        {t('planner.curveBasis', { replicates: number(props.curve.replicates) })}{' '}
        <code>{props.curve.digest.slice(0, 19)}…</code>
      </p>
    </div>
  )
}
