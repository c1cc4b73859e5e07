import { createSignal, For, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { type ChartTable, sortedRows, tableAsCsv, type TableOrder } from './chartTable.ts'

/** A chart's numbers: each column sorts, and all of them can be taken along as CSV (U43). */
export function ChartTableView(props: { readonly title: string; readonly table: ChartTable }) {
  const { t } = useI18n()
  const [order, setOrder] = createSignal<TableOrder>({ column: 0, isDescending: false })
  const sortBy = (column: number) =>
    setOrder(now => ({ column, isDescending: now.column === column && !now.isDescending }))
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
            <For each={sortedRows(props.table, order())}>
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
      <Button variant="quiet" onClick={() => download(props.title, tableAsCsv(props.table))}>
        {t('charts.download')}
      </Button>
    </>
  )
}

const arrows = { none: '', ascending: ' ↑', descending: ' ↓' } as const

function download(title: string, csv: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${title}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
