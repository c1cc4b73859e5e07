import X from 'lucide-solid/icons/x'
import { createSignal, createUniqueId, For, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { ChoiceListBox } from './ChoiceListBox.tsx'
import { type Choice, createChoiceList } from './createChoiceList.ts'
import { Field, type FieldProps } from './Field.tsx'

import './TagField.css'

type TagFieldProps<T extends string> = FieldProps & {
  readonly values: readonly T[]
  readonly options: readonly Choice<T>[]
  readonly onChange: (values: T[]) => void
  /** While none is chosen. */
  readonly placeholder?: string
}

/** Several of many, each a tag with its own way out; Backspace in the empty field takes the last one away. */
export function TagField<T extends string>(props: TagFieldProps<T>) {
  const { t } = useI18n()
  const listId = createUniqueId()
  const [said, setSaid] = createSignal('')
  let box: HTMLDivElement | undefined
  let field: HTMLInputElement | undefined
  const labelOf = (value: T) => props.options.find(option => option.value === value)?.label ?? value
  const list = createChoiceList<T>({
    options: () => props.options.filter(({ value }) => !props.values.includes(value)),
    chosen: () => '',
    onChoose: value => add([value]),
  })
  function add(values: readonly T[]): void {
    props.onChange([...props.values, ...values])
    setSaid(t('parts.tagAdded', { name: values.map(labelOf).join(', ') }))
  }
  function remove(value: T): void {
    props.onChange(props.values.filter(each => each !== value))
    setSaid(t('parts.tagRemoved', { name: labelOf(value) }))
    field?.focus()
  }
  function onKey(event: KeyboardEvent): void {
    if (list.takeKey(event)) return
    const last = props.values.at(-1)
    if (event.key === 'Backspace' && (list.typed() ?? '') === '' && last !== undefined) remove(last)
  }
  /** A list from elsewhere, divided by commas or lines: every name of it that is offered. */
  function paste(event: ClipboardEvent): void {
    const names = (event.clipboardData?.getData('text') ?? '').split(/[,;\n\t]/u).map(fold)
    const found = props.options.filter(
      ({ value, label }) => !props.values.includes(value) && names.includes(fold(label)),
    )
    if (names.length < 2 || found.length === 0) return
    event.preventDefault()
    add(found.map(({ value }) => value))
  }
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <>
          <div class="fc-tags" ref={box}>
            <For each={props.values}>
              {value => <Tag name={labelOf(value)} onRemove={() => remove(value)} />}
            </For>
            <ChoiceInput
              control={control}
              listId={listId}
              list={list}
              class="fc-tags-input"
              written=""
              placeholder={props.values.length === 0 ? props.placeholder : undefined}
              onKey={onKey}
              onPaste={paste}
              ref={input => (field = input)}
            />
          </div>
          <ChoiceListBox id={listId} label={props.label} list={list} chosen="" under={() => box} />
          <Show when={said() !== ''}>
            <span class="visually-hidden" role="status">
              {said()}
            </span>
          </Show>
        </>
      )}
    </Field>
  )
}

function Tag(props: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useI18n()
  return (
    <span class="fc-tag">
      {props.name}
      <button
        type="button"
        class="fc-tag-remove"
        aria-label={t('parts.removeTag', { name: props.name })}
        onClick={() => props.onRemove()}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  )
}

const fold = (text: string) => text.trim().toLowerCase()
