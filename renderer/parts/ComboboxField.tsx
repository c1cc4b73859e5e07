import { createUniqueId } from 'solid-js'

import { ChoiceInput } from './ChoiceInput.tsx'
import { ChoiceListBox } from './ChoiceListBox.tsx'
import { type Choice, createChoiceList } from './createChoiceList.ts'
import { Field, type FieldProps } from './Field.tsx'

import './ComboboxField.css'

type ComboboxProps<T extends string> = FieldProps & {
  readonly value: T | ''
  readonly options: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly placeholder?: string
}

/**
 * One of many, found by typing any of its words; arrows walk the list, Enter takes, Escape leaves it as it was. For few
 * choices the system's own list is the surer one (`SelectField`).
 */
export function ComboboxField<T extends string>(props: ComboboxProps<T>) {
  const listId = createUniqueId()
  let field: HTMLInputElement | undefined
  const list = createChoiceList<T>({
    options: () => props.options,
    chosen: () => props.value,
    onChoose: value => props.onChange(value),
  })
  const written = () => props.options.find(({ value }) => value === props.value)?.label ?? ''
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <>
          <ChoiceInput
            control={control}
            listId={listId}
            list={list}
            class="fc-input fc-select fc-combobox"
            written={written()}
            placeholder={props.placeholder}
            onKey={list.takeKey}
            ref={input => (field = input)}
          />
          <ChoiceListBox
            id={listId}
            label={props.label}
            list={list}
            chosen={props.value}
            under={() => field}
          />
        </>
      )}
    </Field>
  )
}
