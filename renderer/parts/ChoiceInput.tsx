import type { ChoiceList } from './createChoiceList.ts'

type ChoiceInputProps<T extends string> = {
  /** What `Field` gives its control. */
  readonly control: {
    readonly id: string
    readonly describedBy: () => string | undefined
    readonly invalid: () => boolean
  }
  readonly listId: string
  readonly list: ChoiceList<T>
  readonly class: string
  /** What stands in it while nothing is typed. */
  readonly written: string
  readonly placeholder?: string | undefined
  readonly onKey: (event: KeyboardEvent) => void
  readonly onPaste?: (event: ClipboardEvent) => void
  readonly ref: (input: HTMLInputElement) => void
}

/** The text field of a combobox: it keeps the focus, and names the active option of its list to screen readers. */
export function ChoiceInput<T extends string>(props: ChoiceInputProps<T>) {
  return (
    <input
      id={props.control.id}
      ref={element => props.ref(element)}
      class={props.class}
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      placeholder={props.placeholder}
      value={props.list.typed() ?? props.written}
      aria-expanded={props.list.isOpen()}
      aria-controls={props.list.isOpen() ? props.listId : undefined}
      aria-autocomplete="list"
      aria-activedescendant={
        props.list.isOpen() && props.list.shown().length > 0
          ? `${props.listId}-${props.list.place()}`
          : undefined
      }
      aria-invalid={props.control.invalid()}
      aria-describedby={props.control.describedBy()}
      onFocus={event => event.currentTarget.select()}
      onClick={() => props.list.isOpen() || props.list.open()}
      onInput={event => props.list.type(event.currentTarget.value)}
      // Heard here and not at the document, so that a key taken by the list reaches nobody else.
      on:keydown={event => props.onKey(event)}
      onPaste={event => props.onPaste?.(event)}
      onBlur={() => props.list.close()}
    />
  )
}
