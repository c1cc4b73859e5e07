import { createVirtualizer } from '@tanstack/solid-virtual'
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'

import { rowHeightPx } from '../theme/density.ts'

import './DataTable.css'

export type Column<Row> = {
  readonly key: string
  readonly label: string
  /** Width in a CSS grid: `minmax(120px, 2fr)`. */
  readonly width: string
  readonly align?: 'end'
  readonly isSortable?: boolean
  readonly cell: (row: Row) => JSX.Element
}

type DataTableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Called with the row that is opened by Enter or a click. */
  readonly onOpen?: (row: Row) => void
  readonly sort?: { readonly key: string; readonly isDescending: boolean }
  readonly onSort?: (key: string) => void
  readonly sortLabel?: (column: string) => string
  readonly fallback?: JSX.Element
}

/**
 * A grid of any length: only the rows in sight are in the document (U30). Arrow keys, Home, End and the page keys move
 * between rows, Enter opens one (U31).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  let scroller!: HTMLDivElement
  const [active, setActive] = createSignal(0)
  const virtual = createVirtualizer({
    get count() {
      return props.rows.length
    },
    getScrollElement: () => scroller,
    estimateSize: rowHeightPx,
    overscan: 8,
  })
  // Rows already placed are placed anew when the density changes.
  createEffect(on(rowHeightPx, () => virtual.measure(), { defer: true }))
  const template = () => props.columns.map(column => column.width).join(' ')
  function moveTo(index: number): void {
    const next = Math.max(0, Math.min(props.rows.length - 1, index))
    setActive(next)
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus())
  }
  function onKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(scroller.clientHeight / rowHeightPx()) - 2)
    const next = placeAfterKey(event.key, { active: active(), page, last: props.rows.length - 1 })
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  return (
    <div
      class="fc-table"
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={props.columns.length}
    >
      <div class="fc-table-scroll" ref={scroller} onKeyDown={onKey} role="presentation">
        <Head table={props} template={template()} />
        <Show when={props.rows.length > 0} fallback={<div class="fc-table-none">{props.fallback}</div>}>
          <div class="fc-table-body" role="presentation" style={{ height: `${virtual.getTotalSize()}px` }}>
            <For each={virtual.getVirtualItems()}>
              {item => (
                <Show when={props.rows[item.index]}>
                  {row => (
                    <TableRow
                      index={item.index}
                      style={{
                        'grid-template-columns': template(),
                        transform: `translateY(${item.start}px)`,
                      }}
                      isActive={item.index === active()}
                      onActive={setActive}
                      onOpen={() => props.onOpen?.(row())}
                    >
                      <Cells columns={props.columns} row={row()} />
                    </TableRow>
                  )}
                </Show>
              )}
            </For>
          </div>
        </Show>
      </div>
    </div>
  )
}

function placeAfterKey(
  key: string,
  at: { readonly active: number; readonly page: number; readonly last: number },
): number | undefined {
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at.active + 1,
    ArrowUp: at.active - 1,
    PageDown: at.active + at.page,
    PageUp: at.active - at.page,
    Home: 0,
    End: at.last,
  }
  return places[key]
}

function Head<Row>(props: { readonly table: DataTableProps<Row>; readonly template: string }) {
  return (
    <div
      class="fc-table-head"
      role="row"
      aria-rowindex={1}
      style={{ 'grid-template-columns': props.template }}
    >
      <For each={props.table.columns}>{column => <HeadCell column={column} table={props.table} />}</For>
    </div>
  )
}

type TableRowProps = {
  readonly index: number
  readonly style: JSX.CSSProperties
  readonly isActive: boolean
  readonly onActive: (index: number) => void
  readonly onOpen: () => void
  readonly children: JSX.Element
}

/** One tab stop for the whole grid: the active row. */
function TableRow(props: TableRowProps) {
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    props.onOpen()
  }
  return (
    <div
      class="fc-table-row"
      role="row"
      aria-rowindex={props.index + 2}
      data-index={props.index}
      tabIndex={props.isActive ? 0 : -1}
      style={props.style}
      onClick={() => props.onOpen()}
      onKeyDown={onKey}
      onFocus={() => props.onActive(props.index)}
    >
      {props.children}
    </div>
  )
}

function Cells<Row>(props: { readonly columns: readonly Column<Row>[]; readonly row: Row }) {
  return (
    <For each={props.columns}>
      {column => (
        <div class="fc-table-cell" role="gridcell" data-align={column.align}>
          {column.cell(props.row)}
        </div>
      )}
    </For>
  )
}

function HeadCell<Row>(props: { readonly column: Column<Row>; readonly table: DataTableProps<Row> }) {
  const sorted = () => {
    const { sort } = props.table
    if (sort?.key !== props.column.key) return undefined
    return sort.isDescending ? 'descending' : 'ascending'
  }
  return (
    <div class="fc-table-cell" role="columnheader" data-align={props.column.align} aria-sort={sorted()}>
      <Show when={props.column.isSortable} fallback={props.column.label}>
        <button
          type="button"
          class="fc-table-sort"
          aria-label={props.table.sortLabel?.(props.column.label)}
          onClick={() => props.table.onSort?.(props.column.key)}
        >
          {props.column.label}
          <span aria-hidden="true">
            {sorted() === undefined ? '' : sorted() === 'ascending' ? ' ↑' : ' ↓'}
          </span>
        </button>
      </Show>
    </div>
  )
}
