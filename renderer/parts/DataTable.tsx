import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js'

import { createGridFocus } from './createGridFocus.ts'
import { createRowWindow } from './createRowWindow.ts'
import { HeadCell } from './HeadCell.tsx'
import type { GridPlace } from './nextCell.ts'

import './DataTable.css'

export type Column<Row> = {
  readonly key: string
  readonly label: string
  /** The least width in pixels; `grow` is the column's share of what is left over, nothing when left out. */
  readonly minWidthPx: number
  readonly grow?: number
  readonly align?: 'end'
  readonly isSortable?: boolean
  readonly cell: (row: Row) => JSX.Element
}

type DataTableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Called with the row that is opened by Enter or a click. */
  readonly onOpen: (row: Row) => void
  readonly sort: { readonly key: string; readonly isDescending: boolean }
  readonly onSort: (key: string) => void
  /** Stands in place of rows when there is none. */
  readonly fallback: JSX.Element
}

/**
 * A grid of any length: only the rows in sight are in the document (U30). It is one tab stop; arrows, Home, End and the
 * page keys move between its cells, Enter opens the row or sorts by the column (U31).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  let scroller: HTMLElement | undefined
  const rowWindow = createRowWindow(
    () => scroller,
    () => props.rows.length,
  )
  const layout = createMemo(() => layoutOf(props.columns))
  createEffect(
    on(
      () => props.sort,
      () => rowWindow.scrollTo(0),
      { defer: true },
    ),
  )
  const focus = createGridFocus({
    element: () => scroller,
    size: () => ({ rows: props.rows.length, columns: props.columns.length }),
    ...rowWindow,
  })
  return (
    <div
      class="fc-table"
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.rows.length + 1}
      aria-colcount={props.columns.length}
    >
      <div
        class="fc-table-scroll"
        ref={element => (scroller = element)}
        onKeyDown={focus.onKey}
        role="presentation"
      >
        <Head table={props} style={layout()} place={focus.place()} onActive={focus.setActive} />
        <Show when={props.rows.length > 0} fallback={<div class="fc-table-none">{props.fallback}</div>}>
          <div
            class="fc-table-body"
            role="presentation"
            style={{ height: `${rowWindow.heightPx()}px`, 'min-width': layout()['min-width'] }}
          >
            <For each={rowWindow.items()}>
              {item => (
                <Show when={props.rows[item.index]}>
                  {row => (
                    <BodyRow
                      columns={props.columns}
                      row={row()}
                      index={item.index}
                      style={{ ...layout(), transform: `translateY(${item.start}px)` }}
                      activeColumn={focus.place().row === item.index ? focus.place().column : undefined}
                      onActive={focus.setActive}
                      onOpen={props.onOpen}
                    />
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

function Head<Row>(props: {
  readonly table: DataTableProps<Row>
  readonly style: JSX.CSSProperties
  readonly place: GridPlace
  readonly onActive: (place: GridPlace) => void
}) {
  return (
    <div class="fc-table-head" role="row" aria-rowindex={1} style={props.style}>
      <For each={props.table.columns}>
        {(column, index) => (
          <HeadCell
            column={column}
            index={index()}
            isActive={props.place.row === -1 && props.place.column === index()}
            sort={props.table.sort}
            onSort={props.table.onSort}
            onActive={() => props.onActive({ row: -1, column: index() })}
          />
        )}
      </For>
    </div>
  )
}

function BodyRow<Row>(props: {
  readonly columns: readonly Column<Row>[]
  readonly row: Row
  readonly index: number
  readonly style: JSX.CSSProperties
  readonly activeColumn: number | undefined
  readonly onActive: (place: GridPlace) => void
  readonly onOpen: (row: Row) => void
}) {
  return (
    <div
      class="fc-table-row"
      role="row"
      aria-rowindex={props.index + 2}
      style={props.style}
      onClick={event => {
        if (isPlainClick(event)) props.onOpen(props.row)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') props.onOpen(props.row)
      }}
    >
      <For each={props.columns}>
        {(column, index) => (
          <div
            class="fc-table-cell"
            role="gridcell"
            aria-colindex={index() + 1}
            data-align={column.align}
            data-cell={`${props.index}:${index()}`}
            tabIndex={props.activeColumn === index() ? 0 : -1}
            onFocus={() => props.onActive({ row: props.index, column: index() })}
          >
            {column.cell(props.row)}
          </div>
        )}
      </For>
    </div>
  )
}

/** The gap between columns and the room at both sides, as DataTable.css has them. */
const gapPx = 14
const sidePx = 20

type Widths = { readonly minWidthPx: number; readonly grow?: number }

/** The least widths are known beforehand, so that columns stand under each other also when rows must be scrolled. */
function layoutOf(columns: readonly Widths[]) {
  const least = columns.reduce((sum, column) => sum + column.minWidthPx, 0)
  const tracks = columns.map(({ minWidthPx, grow }) =>
    grow === undefined ? `${minWidthPx}px` : `minmax(${minWidthPx}px, ${grow}fr)`,
  )
  return {
    'grid-template-columns': tracks.join(' '),
    'min-width': `${least + gapPx * (columns.length - 1) + sidePx * 2}px`,
  }
}

/** A click that means the row: not a link within it, not the end of selecting its text, not one that opens a new tab. */
function isPlainClick(event: MouseEvent): boolean {
  const isOnLink = event.target instanceof Element && event.target.closest('a, button') !== null
  const isSelecting = getSelection()?.isCollapsed === false
  return !isOnLink && !isSelecting && !event.ctrlKey && !event.metaKey && !event.shiftKey
}
