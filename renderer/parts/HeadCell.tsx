import ArrowDown from 'lucide-solid/icons/arrow-down'
import ArrowUp from 'lucide-solid/icons/arrow-up'
import { type JSX, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'

type HeadCellProps = {
  readonly column: {
    readonly key: string
    readonly label: string
    readonly align?: 'end'
    readonly isSortable?: boolean
  }
  readonly index: number
  readonly isActive: boolean
  readonly sort: { readonly key: string; readonly isDescending: boolean }
  readonly onSort: (key: string) => void
  /** Stands in place of the name. */
  readonly content?: JSX.Element
}

/** A column's name; where the column can be sorted, it is the button that does it. */
export function HeadCell(props: HeadCellProps) {
  const { t } = useI18n()
  const sorted = () => {
    if (props.sort.key !== props.column.key) return undefined
    return props.sort.isDescending ? 'descending' : 'ascending'
  }
  const focus = () => ({
    'data-cell': `-1:${props.index}`,
    tabIndex: props.isActive ? 0 : -1,
  })
  return (
    <Show
      when={props.column.isSortable}
      fallback={
        <div
          class="fc-table-cell"
          role="columnheader"
          aria-colindex={props.index + 1}
          data-align={props.column.align}
          {...focus()}
        >
          {props.content ?? props.column.label}
        </div>
      }
    >
      <div
        class="fc-table-cell"
        role="columnheader"
        aria-colindex={props.index + 1}
        aria-sort={sorted()}
        data-align={props.column.align}
      >
        <button
          type="button"
          class="fc-table-sort"
          title={t('parts.sortBy', { column: props.column.label })}
          onClick={() => props.onSort(props.column.key)}
          {...focus()}
        >
          {props.column.label}
          <Show when={sorted() === 'ascending'}>
            <ArrowUp size={12} aria-hidden="true" />
          </Show>
          <Show when={sorted() === 'descending'}>
            <ArrowDown size={12} aria-hidden="true" />
          </Show>
        </button>
      </div>
    </Show>
  )
}
