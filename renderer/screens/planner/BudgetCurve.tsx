import { createMemo, createSignal, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { CurveResult } from '../../../core/forecast/curveResult.ts'
import { currencies } from '../../../core/money/money.ts'
import { unpaidStates } from '../../../core/order/orderState.ts'
import { request } from '../../app/client.ts'
import { forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun } from '../../app/createLiveRun.ts'
import { BudgetChart } from '../../charts/BudgetChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { moneyWords } from '../forecast/forecastWords.ts'
import { adviceWords } from './adviceWords.ts'
import { RunState } from './RunState.tsx'

const replicates = 500

/** What one order brings at sixteen budgets, what the next click costs there, and which budget is best (FO3). */
export function BudgetCurve(props: { readonly plan: Order | undefined }) {
  const { t } = useI18n()
  const [isStopped, setStopped] = createSignal<string>()
  const wanted = createMemo(() => (props.plan?.row.id === isStopped() ? undefined : props.plan?.draft))
  const run = createLiveRun<Order['draft'], CurveResult>({
    wanted,
    start: (draft, key) => request('startCurve', { draft, seed: forecastSeed, replicates, key }),
    resultOf: shown => (shown.kind === 'curve' ? shown.curve : undefined),
  })
  return (
    <RunState
      run={run}
      onCancel={() => setStopped(props.plan?.row.id)}
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
  /** On an axis: £0, £50, £2.50, Rp 20m. */
  const budget = (major: number) => {
    if (Math.abs(major) >= 1e6) return `${currencies[props.curve.currency].symbol} ${i18n.compact(major)}`
    return Number.isInteger(major) ? i18n.wholeAmount(major, props.curve.currency) : money(major)
  }
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
      <p class="third small">
        {t('planner.curveBasis', { replicates: number(props.curve.replicates) })}{' '}
        <code>{props.curve.digest.slice(0, 19)}…</code>
      </p>
    </div>
  )
}
