import { createSignal, For } from 'solid-js'

import { orderStates } from '../../../core/order/orderState.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { type Sort, sortAfter } from '../../parts/sortedBy.ts'
import { StateBadge } from '../../parts/StateBadge.tsx'
import { Tabs } from '../../parts/Tabs.tsx'
import { Shown } from './Shown.tsx'

const rowCount = 10_000

/** What shows many things, or one of several. */
export function TableParts() {
  return (
    <>
      <Tables />
      <TabsAndBadges />
    </>
  )
}

function Tables() {
  const [sort, setSort] = createSignal<Sort<string>>({ key: 'name', isDescending: false })
  const columns = [
    {
      key: 'name',
      label: 'Name',
      minWidthPx: 120,
      grow: 1,
      isSortable: true,
      cell: (row: number) => `Row ${row}`,
    },
    { key: 'figure', label: 'Figure', minWidthPx: 80, align: 'end', cell: (row: number) => row * 7 },
  ] as const
  const table = (label: string, count: number) => (
    <div class="fc-list">
      <DataTable
        label={label}
        columns={columns}
        count={count}
        rowAt={index => (index === 3 ? undefined : index + 1)}
        onOpen={() => {}}
        sort={sort()}
        onSort={key => setSort(old => sortAfter(old, key))}
        fallback="Nothing is found."
      />
    </div>
  )
  return (
    <>
      <Shown name="Table of 10,000 rows, one on its way">{table('Many rows', rowCount)}</Shown>
      <Shown name="Table without rows">{table('No rows', 0)}</Shown>
    </>
  )
}

function TabsAndBadges() {
  const [tab, setTab] = createSignal('one')
  return (
    <Shown name="Tabs and states of an order">
      <Tabs
        label="Tabs"
        value={tab()}
        onChange={setTab}
        tabs={['one', 'two', 'three'].map(value => ({
          value,
          label: `Tab ${value}`,
          content: () => <p>{`What is in ${value}.`}</p>,
        }))}
      />
      <For each={orderStates}>{state => <StateBadge state={state} />}</For>
    </Shown>
  )
}
