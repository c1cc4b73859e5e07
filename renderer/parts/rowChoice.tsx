/** Space chooses the row of the active cell, Ctrl or Cmd and A all of them, Escape none. */
export type RowChoice<Row> = {
  readonly isChosen: (row: Row) => boolean
  readonly isAll: () => boolean
  readonly rowLabel: (row: Row) => string
  readonly allLabel: string
  /** `isRange`: from the row chosen before to this one. */
  readonly toggle: (index: number, isRange: boolean) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

/** The box of a row. */
export function ChoiceOfRow<Row>(props: {
  readonly choice: RowChoice<Row>
  readonly row: Row
  readonly index: number
}) {
  return (
    <span class="fc-row-choice">
      <input
        type="checkbox"
        tabindex="-1"
        aria-label={props.choice.rowLabel(props.row)}
        checked={props.choice.isChosen(props.row)}
        onClick={event => {
          event.stopPropagation()
          props.choice.toggle(props.index, event.shiftKey)
        }}
      />
    </span>
  )
}

/** The box in the head. */
export function ChoiceOfAll<Row>(props: { readonly choice: RowChoice<Row> }) {
  return (
    <span class="fc-row-choice">
      <input
        type="checkbox"
        tabindex="-1"
        aria-label={props.choice.allLabel}
        checked={props.choice.isAll()}
        onClick={() => props.choice.toggleAll()}
      />
    </span>
  )
}

/** Whether a key chose rows. */
export function choseByKey<Row>(
  event: KeyboardEvent,
  row: number,
  choice: RowChoice<Row> | undefined,
): boolean {
  if (choice === undefined) return false
  const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
  if (!isAll && event.key !== ' ' && event.key !== 'Escape') return false
  if (isAll) choice.toggleAll()
  else if (event.key === 'Escape') choice.clear()
  else if (row >= 0) choice.toggle(row, event.shiftKey)
  else return false
  event.preventDefault()
  return true
}
