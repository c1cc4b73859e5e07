import { createMemo, createSignal, For, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { type ChartTable, sortedRows, type TableOrder } from './chartTable.ts'

/** A chart's numbers: each column sorts, and long ones come in pages (U43, U44). */
export function ChartTableView(props: { readonly title: string; readonly table: ChartTable }) {
  const [order, setOrder] = createSignal<TableOrder>({ column: 0, isDescending: false })
  const [page, setPage] = createSignal(0)
  const rows = createMemo(() => sortedRows(props.table, order()))
  const lastPage = () => Math.max(0, Math.ceil(rows().length / rowsPerPage) - 1)
  const first = () => Math.min(page(), lastPage()) * rowsPerPage
  function sortBy(column: number): void {
    setOrder(now => ({ column, isDescending: now.column === column && !now.isDescending }))
    setPage(0)
  }
  const sorted = (column: number) => {
    if (order().column !== column) return 'none'
    return order().isDescending ? 'descending' : 'ascending'
  }
  return (
    <>
      <div class="fc-chart-scroll">
        <table class="fc-chart-table" aria-label={props.title}>
          <thead>
            <tr>
              <For each={props.table.columns}>
                {(column, index) => (
                  <th scope="col" aria-sort={sorted(index())}>
                    <button type="button" class="fc-chart-sort" onClick={() => sortBy(index())}>
                      {column.name}
                      <span aria-hidden="true">{arrows[sorted(index())]}</span>
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={rows().slice(first(), first() + rowsPerPage)}>
              {row => (
                <tr>
                  <For each={row.cells}>
                    {(cell, index) => (
                      <Show when={index() === 0} fallback={<td>{cell.text}</td>}>
                        <th scope="row">{cell.text}</th>
                      </Show>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <Show when={lastPage() > 0}>
        <Pages first={first()} count={rows().length} onTurn={step => setPage(now => now + step)} />
      </Show>
    </>
  )
}

function Pages(props: {
  readonly first: number
  readonly count: number
  readonly onTurn: (step: number) => void
}) {
  const { t, number } = useI18n()
  const end = () => Math.min(props.count, props.first + rowsPerPage)
  return (
    <div class="fc-chart-pages small second">
      <Button variant="quiet" disabled={props.first === 0} onClick={() => props.onTurn(-1)}>
        {t('charts.pageBefore')}
      </Button>
      <span aria-live="polite">
        {t('charts.rows', {
          from: number(props.first + 1),
          to: number(end()),
          all: number(props.count),
        })}
      </span>
      <Button variant="quiet" disabled={end() === props.count} onClick={() => props.onTurn(1)}>
        {t('charts.pageAfter')}
      </Button>
    </div>
  )
}

/** As many as a screen reader's user goes through in a moment (U44). */
const rowsPerPage = 25

const arrows = { none: '', ascending: ' ↑', descending: ' ↓' } as const
