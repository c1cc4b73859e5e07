import { createMemo, createSignal, For } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { ComparisonResult } from '../../../core/forecast/comparisonResult.ts'
import { request } from '../../app/client.ts'
import { forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun } from '../../app/createLiveRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DifferenceList } from '../forecast/DifferenceList.tsx'
import { chanceWords, moneyWords, rangeWords } from '../forecast/forecastWords.ts'
import { planNames } from './planName.ts'
import { RunState } from './RunState.tsx'

const replicates = 2000

/** Plans side by side, and what each differs from the first (FO5). */
export function Comparison(props: { readonly plans: readonly Order[] }) {
  const i18n = useI18n()
  const [stopped, setStopped] = createSignal<readonly Order[]>()
  const wanted = createMemo(() =>
    props.plans.length < 2 || props.plans === stopped() ? undefined : props.plans,
  )
  const run = createLiveRun<readonly Order[], ComparisonResult>({
    wanted,
    start: (plans, key) => {
      const names = planNames(plans, i18n)
      return request('startComparison', {
        drafts: plans.map(({ draft }, i) => ({ name: names[i] ?? '', draft })),
        seed: forecastSeed,
        replicates,
        key,
      })
    },
    resultOf: shown => (shown.kind === 'comparison' ? shown.comparison : undefined),
  })
  return (
    <RunState
      run={run}
      onCancel={() => setStopped(props.plans)}
      title={i18n.t('planner.asks.compare')}
      hint={i18n.t('planner.chooseSeveral')}
      isAsked={props.plans.length > 1}
    >
      {comparison => (
        <>
          <Scenarios comparison={comparison()} />
          <For each={comparison().differences}>
            {(difference, i) => (
              <section class="fc-plan-difference" aria-label={difference.name}>
                <h3>
                  {i18n.t('planner.against', {
                    name: difference.name,
                    first: comparison().scenarios[0]?.name ?? '',
                  })}
                </h3>
                <DifferenceList
                  difference={difference}
                  currency={comparison().currency}
                  sharesChance={comparison().scenarios[i() + 1]?.sharesChance ?? false}
                />
              </section>
            )}
          </For>
        </>
      )}
    </RunState>
  )
}

function Scenarios(props: { readonly comparison: ComparisonResult }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const money = (major: number) => moneyWords(major, props.comparison.currency, i18n)
  const count = (value: number) => number(Math.round(value))
  return (
    <table class="fc-plan-table">
      <thead>
        <tr>
          <For each={columns}>{column => <th scope="col">{t(`planner.column.${column}`)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.comparison.scenarios}>
          {scenario => (
            <tr>
              <th scope="row">{scenario.name}</th>
              <td>{money(scenario.budget)}</td>
              <td>{rangeWords(scenario.linkClicks, count, i18n)}</td>
              <td>{rangeWords(scenario.costPerClick, money, i18n)}</td>
              <td>{rangeWords(scenario.conversions, count, i18n)}</td>
              <td>{rangeWords(scenario.profit, money, i18n)}</td>
              <td>{chanceWords(scenario.targetReached, i18n)}</td>
              <td>{chanceWords(scenario.bestClicks, i18n)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

const columns = ['plan', 'budget', 'clicks', 'costPerClick', 'orders', 'profit', 'target', 'best'] as const
