import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js'

import { createGridFocus } from './createGridFocus.ts'
import { createRowWindow } from './createRowWindow.ts'
import { HeadCell } from './HeadCell.tsx'
import type { GridPlace } from './nextCell.ts'
import { ChoiceOfAll, ChoiceOfRow, choseByKey, type RowChoice } from './rowChoice.tsx'

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
  readonly count: number
  /** Undefined for a row that is still being asked for. */
  readonly rowAt: (index: number) => Row | undefined
  /** The rows are about to give way to others. */
  readonly isBusy?: boolean
  /** Tells which rows are in sight. */
  readonly onRange?: (first: number, last: number) => void
  /** A first column of boxes, where rows can be chosen. */
  readonly choice?: RowChoice<Row>
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
    () => props.count,
  )
  const columns = createMemo(() => withChoice(props.columns, props.choice))
  const layout = createMemo(() => layoutOf(columns()))
  createEffect(() => {
    const items = rowWindow.items()
    const [first, last] = [items[0], items.at(-1)]
    if (first !== undefined && last !== undefined) props.onRange?.(first.index, last.index)
  })
  createEffect(
    on(
      () => props.sort,
      () => rowWindow.scrollTo(0),
      { defer: true },
    ),
  )
  const focus = createGridFocus({
    element: () => scroller,
    size: () => ({ rows: props.count, columns: columns().length }),
    ...rowWindow,
  })
  return (
    <div
      class="fc-table"
      role="grid"
      aria-label={props.label}
      aria-busy={props.isBusy === true}
      aria-rowcount={props.count + 1}
      aria-colcount={columns().length}
      aria-multiselectable={props.choice === undefined ? undefined : true}
    >
      <div
        class="fc-table-scroll"
        ref={element => (scroller = element)}
        onKeyDown={event => {
          if (!choseByKey(event, focus.place().row, props.choice)) focus.onKey(event)
        }}
        onFocusIn={event => focus.onFocus(event.target)}
        role="presentation"
      >
        <Head table={props} columns={columns()} style={layout()} place={focus.place()} />
        <Show when={props.count > 0} fallback={<div class="fc-table-none">{props.fallback}</div>}>
          <Rows table={props} columns={columns()} style={layout()} window={rowWindow} focus={focus} />
        </Show>
      </div>
    </div>
  )
}

function Rows<Row>(props: {
  readonly table: DataTableProps<Row>
  readonly columns: readonly Column<Row>[]
  readonly style: ReturnType<typeof layoutOf>
  readonly window: ReturnType<typeof createRowWindow>
  readonly focus: ReturnType<typeof createGridFocus>
}) {
  const place = () => props.focus.place()
  return (
    <div
      class="fc-table-body"
      role="presentation"
      style={{ height: `${props.window.heightPx()}px`, 'min-width': props.style['min-width'] }}
    >
      <For each={props.window.items()}>
        {item => (
          <Show
            when={props.table.rowAt(item.index)}
            fallback={<WaitingRow index={item.index} start={item.start} />}
          >
            {row => (
              <BodyRow
                columns={props.columns}
                row={row()}
                index={item.index}
                choice={props.table.choice}
                style={{ ...props.style, top: `${item.start}px` }}
                activeColumn={place().row === item.index ? place().column : undefined}
                onOpen={props.table.onOpen}
              />
            )}
          </Show>
        )}
      </For>
    </div>
  )
}

function Head<Row>(props: {
  readonly table: DataTableProps<Row>
  readonly columns: readonly Column<Row>[]
  readonly style: JSX.CSSProperties
  readonly place: GridPlace
}) {
  return (
    <div class="fc-table-head" role="row" aria-rowindex={1} style={props.style}>
      <For each={props.columns}>
        {(column, index) => (
          <HeadCell
            column={column}
            index={index()}
            content={
              column.key === choiceKey && props.table.choice ? (
                <ChoiceOfAll choice={props.table.choice} />
              ) : undefined
            }
            isActive={props.place.row === -1 && props.place.column === index()}
            sort={props.table.sort}
            onSort={props.table.onSort}
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
  readonly choice: RowChoice<Row> | undefined
  readonly activeColumn: number | undefined
  readonly onOpen: (row: Row) => void
}) {
  // A move of the active cell is told to the cells of two rows, not to all.
  const activeColumn = createMemo(() => props.activeColumn)
  // Not a For: its bookkeeping for each of some hundred cells is felt when a room is entered, and columns seldom change.
  const cells = () =>
    props.columns.map((column, at) => (
      <div
        class="fc-table-cell"
        role="gridcell"
        aria-colindex={at + 1}
        data-align={column.align}
        data-cell={`${props.index}:${at}`}
        tabIndex={activeColumn() === at ? 0 : -1}
      >
        {column.key === choiceKey && props.choice ? (
          <ChoiceOfRow choice={props.choice} row={props.row} index={props.index} />
        ) : (
          column.cell(props.row)
        )}
      </div>
    ))
  return (
    <div
      class="fc-table-row"
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.choice?.isChosen(props.row)}
      style={props.style}
      onClick={event => {
        if (isPlainClick(event)) props.onOpen(props.row)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') props.onOpen(props.row)
      }}
    >
      {cells()}
    </div>
  )
}

const choiceKey = 'choice'

/** The boxes stand before the columns, where rows can be chosen. */
function withChoice<Row>(
  columns: readonly Column<Row>[],
  choice: RowChoice<Row> | undefined,
): readonly Column<Row>[] {
  if (choice === undefined) return columns
  return [{ key: choiceKey, label: choice.allLabel, minWidthPx: 24, cell: () => null }, ...columns]
}

/** A row whose content is on its way. */
function WaitingRow(props: { readonly index: number; readonly start: number }) {
  return (
    <div
      class="fc-table-row fc-table-waiting"
      role="row"
      aria-rowindex={props.index + 2}
      aria-busy="true"
      style={{ top: `${props.start}px` }}
    >
      <div role="gridcell" aria-colindex={1}>
        …
      </div>
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
  const isOnLink =
    event.target instanceof Element && event.target.closest('a, button, .fc-row-choice') !== null
  const isSelecting = getSelection()?.isCollapsed === false
  return !isOnLink && !isSelecting && !event.ctrlKey && !event.metaKey && !event.shiftKey
}
