import { useSearchParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Allocation } from './Allocation.tsx'
import { BudgetCurve } from './BudgetCurve.tsx'
import { BudgetCurves } from './BudgetCurves.tsx'
import { Comparison } from './Comparison.tsx'
import { createPlans } from './createPlans.ts'
import { OrderPicker } from './OrderPicker.tsx'
import { mostOrders, type PlannerTab, plannerTabs } from './plannerTabs.ts'

import './planner.css'

/** Questions before orders are paid: how much, which one, and how to split. `?tab=compare&orders=ID,ID` */
export function Planner() {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams<{ tab?: string; orders?: string }>()
  const rows = createQuery('listOrders', () => ({ count: 0 }), ['orders'])
  const tab = (): PlannerTab => plannerTabs.find(each => each === search.tab) ?? 'budget'
  const chosen = createMemo(() => {
    const ids = (search.orders ?? '').split(',').filter(id => id !== '')
    return ids.slice(0, mostOrders[tab()])
  })
  const plans = createPlans(chosen)
  useTitle(() => [{ label: t('app.rooms.planner') }])
  return (
    <>
      <PageHeader>
        <Segmented
          label={t('planner.question')}
          hideLabel
          value={tab()}
          options={plannerTabs.map(value => ({ value, label: t(`planner.tabs.${value}`) }))}
          onChange={value => setSearch({ tab: value }, { replace: true })}
        />
        <span class="second small">{t(`planner.text.${tab()}`)}</span>
      </PageHeader>
      <Show when={rows.data()} fallback={<Loading />}>
        {list => (
          <Show
            when={list().all > 0}
            fallback={
              <EmptyState
                title={t('planner.empty')}
                text={t('planner.emptyText')}
                action={<LinkButton href="/orders/new">{t('planner.emptyAction')}</LinkButton>}
              />
            }
          >
            <div class="fc-planner">
              <OrderPicker
                chosen={chosen()}
                most={mostOrders[tab()]}
                onChange={ids => setSearch({ orders: ids.join(',') }, { replace: true })}
              />
              <div class="fc-planner-answer">
                <Switch>
                  <Match when={tab() === 'budget'}>
                    <Show when={plans().length > 1} fallback={<BudgetCurve plan={plans()[0]} />}>
                      <BudgetCurves plans={plans()} onOpen={id => setSearch({ orders: id })} />
                    </Show>
                  </Match>
                  <Match when={tab() === 'compare'}>
                    <Comparison plans={plans()} />
                  </Match>
                  <Match when={tab() === 'allocate'}>
                    <Allocation plans={plans()} />
                  </Match>
                </Switch>
              </div>
            </div>
          </Show>
        )}
      </Show>
    </>
  )
}
