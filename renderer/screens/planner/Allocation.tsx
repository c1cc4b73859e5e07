import { createMemo, createSignal, For, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { AllocationResult } from '../../../core/forecast/allocationResult.ts'
import { type Maximise, maximisable } from '../../../core/forecast/analysis.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { chanceWords, moneyWords, rangeWords, signedWords } from '../forecast/forecastWords.ts'
import { type AllocationAsked, createAllocationRun } from './createAllocationRun.ts'
import { RunState } from './RunState.tsx'

import '../forecast/forecast.css'

/** One budget over several videos (FO6). */
export function Allocation(props: { readonly plans: readonly Order[] }) {
  const i18n = useI18n()
  const { t } = i18n
  const [typed, setTyped] = createSignal<number | null>()
  const [maximise, setMaximise] = createSignal<Maximise>('clicks')
  const [stopped, setStopped] = createSignal<AllocationAsked>()
  const currency = () => props.plans[0]?.row.currency ?? 'GBP'
  /** What the orders have together, until another amount is typed. */
  const budget = () => {
    const own = typed()
    return own === undefined ? props.plans.reduce((sum, { row }) => sum + row.budgetMinor, 0) : own
  }
  const asked = createMemo((): AllocationAsked | undefined => {
    const budgetMinor = budget()
    if (props.plans.length < 2 || budgetMinor === null || budgetMinor < 1) return undefined
    return { plans: props.plans, budgetMinor, maximise: maximise() }
  })
  const run = createAllocationRun(asked, stopped)
  return (
    <>
      <div class="fc-allocation-form">
        <MoneyField
          label={t('planner.budget')}
          currency={currency()}
          valueMinor={budget()}
          onChange={setTyped}
        />
        <Segmented
          label={t('planner.maximise')}
          value={maximise()}
          options={maximisable.map(value => ({ value, label: t(`planner.maximises.${value}`) }))}
          onChange={setMaximise}
        />
      </div>
      <RunState
        run={run}
        onCancel={() => setStopped(asked())}
        title={t('planner.asks.allocate')}
        hint={t('planner.chooseSeveral')}
        isAsked={props.plans.length > 1}
      >
        {allocation => <Split allocation={allocation()} />}
      </RunState>
    </>
  )
}

function Split(props: { readonly allocation: AllocationResult }) {
  const i18n = useI18n()
  const { t, number, percent } = i18n
  const money = (major: number) => moneyWords(major, props.allocation.currency, i18n)
  const count = (value: number) => number(Math.round(value))
  const gain = () =>
    rangeWords(props.allocation.gain, value => signedWords(value, isClicks() ? count : money), i18n)
  const isClicks = () => props.allocation.maximise === 'clicks'
  const isEven = () => props.allocation.gain.p025 === 0 && props.allocation.gain.p975 === 0
  return (
    <>
      <p class="fc-curve-headline">
        {isEven()
          ? t('planner.evenIsBest')
          : t(isClicks() ? 'planner.gainClicks' : 'planner.gainProfit', {
              gain: gain(),
              chance: chanceWords(props.allocation.chanceBetter, i18n),
            })}
      </p>
      <Show when={props.allocation.unspent > 0}>
        <p class="warning">{t('planner.unspent', { amount: money(props.allocation.unspent) })}</p>
      </Show>
      <table class="fc-plan-table">
        <thead>
          <tr>
            <For each={columns}>{column => <th scope="col">{t(`planner.column.${column}`)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.allocation.allocations}>
            {part => (
              <tr>
                <th scope="row">{part.name}</th>
                <td>{money(part.budget)}</td>
                <td>
                  <svg class="fc-share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="fc-loss" width={(100 * part.budget) / props.allocation.budget} height="8" />
                  </svg>
                  <span class="third small">{percent(part.budget / props.allocation.budget)}</span>
                </td>
                <td>{rangeWords(part.linkClicks, count, i18n)}</td>
                <td>{rangeWords(part.conversions, count, i18n)}</td>
                <td>{rangeWords(part.profit, money, i18n)}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <Sum
            name={t('planner.together')}
            budget={props.allocation.budget - props.allocation.unspent}
            share={1 - props.allocation.unspent / props.allocation.budget}
            sums={props.allocation.total}
            currency={props.allocation.currency}
          />
          <Sum
            name={t('planner.evenSplit')}
            budget={props.allocation.budget}
            share={1}
            sums={props.allocation.even}
            currency={props.allocation.currency}
          />
        </tfoot>
      </table>
      <p class="third small">{t('planner.allocationBasis')}</p>
    </>
  )
}

function Sum(props: {
  readonly name: string
  readonly budget: number
  readonly share: number
  readonly sums: AllocationResult['total']
  readonly currency: AllocationResult['currency']
}) {
  const i18n = useI18n()
  const money = (major: number) => moneyWords(major, props.currency, i18n)
  const count = (value: number) => i18n.number(Math.round(value))
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td>{money(props.budget)}</td>
      <td>{i18n.percent(props.share)}</td>
      <td>{rangeWords(props.sums.linkClicks, count, i18n)}</td>
      <td>{rangeWords(props.sums.conversions, count, i18n)}</td>
      <td>{rangeWords(props.sums.profit, money, i18n)}</td>
    </tr>
  )
}

const columns = ['plan', 'budget', 'share', 'clicks', 'orders', 'profit'] as const
