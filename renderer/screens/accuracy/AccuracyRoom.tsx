import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { AccuracyFilterBar } from './AccuracyFilterBar.tsx'
import { type AccuracyTab, accuracyTabs, filtersOfParams, paramsOfFilters } from './accuracyFilters.ts'
import { createBacktest } from './createBacktest.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { LearntTab } from './LearntTab.tsx'
import { OwnOrders } from './OwnOrders.tsx'

import '../../parts/mini.css'
import './accuracy.css'
import './history.css'

/** Whether forecasts kept their word, on own orders and on imported history. `?tab=own&market=GB&days=180` */
export function AccuracyRoom() {
  const { t, number } = useI18n()
  const [search, setSearch] = useSearchParams()
  const accuracy = createQuery('getAccuracy', () => ({}), ['orders', 'workspace'])
  const histories = createQuery('listHistories', () => ({}), ['histories', 'workspace'])
  // Here, so that a change of tab does not throw away what took minutes.
  const ownBacktest = createBacktest()
  const historyBacktest = createBacktest()
  const tab = (): AccuracyTab => accuracyTabs.find(each => each === search['tab']) ?? 'own'
  const filters = () => filtersOfParams(search)
  const inUse = () => (histories.data() ?? []).filter(({ archivedAt }) => archivedAt === null)
  const countOf = (each: AccuracyTab) => {
    if (each === 'own') return (accuracy.data()?.real.n ?? 0) + (accuracy.data()?.simulated.n ?? 0)
    return each === 'history' ? inUse().length : 0
  }
  const label = (each: AccuracyTab) => {
    const count = countOf(each)
    return count === 0 ? t(`accuracy.tabs.${each}`) : `${t(`accuracy.tabs.${each}`)} ${number(count)}`
  }
  useTitle(() => [{ label: t('app.rooms.accuracy') }])
  return (
    <>
      <PageHeader
        actions={
          <Show when={tab() === 'own' && accuracy.data()}>
            {known => (
              <AccuracyFilterBar
                filters={filters()}
                accuracy={known()}
                onChange={change =>
                  setSearch(paramsOfFilters({ ...filters(), ...change }), { replace: true })
                }
              />
            )}
          </Show>
        }
      >
        <Segmented
          label={t('accuracy.what')}
          hideLabel
          value={tab()}
          options={accuracyTabs.map(value => ({ value, label: label(value) }))}
          onChange={value => setSearch({ tab: value === 'own' ? undefined : value })}
        />
      </PageHeader>
      <Switch>
        <Match when={tab() === 'own'}>
          <OwnOrders query={accuracy} filters={filters()} backtest={ownBacktest} />
        </Match>
        <Match when={tab() === 'history'}>
          <HistoryTab query={histories} backtest={historyBacktest} />
        </Match>
        <Match when={tab() === 'learnt'}>
          <LearntTab />
        </Match>
      </Switch>
    </>
  )
}
