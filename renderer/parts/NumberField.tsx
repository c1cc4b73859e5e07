import { createSignal, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Field, type FieldProps } from './Field.tsx'
import { typedNumber } from './typedNumber.ts'

type NumberFieldProps = FieldProps & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly min?: number
  readonly max?: number
  readonly step?: number
  readonly decimals?: number
  readonly unit?: string
}

/** A number typed in the chosen language; arrow keys step it. What is typed stays as typed until the field is left. */
export function NumberField(props: NumberFieldProps) {
  const { language, number, figure } = useI18n()
  const [draft, setDraft] = createSignal<string>()
  const written = (value: number) => ((props.decimals ?? 0) > 2 ? figure(value) : number(value))
  const shown = () => draft() ?? (props.value === null ? '' : written(props.value))
  const clamp = (value: number) => Math.min(props.max ?? Infinity, Math.max(props.min ?? -Infinity, value))
  const read = (text: string) =>
    typedNumber(text, { decimals: props.decimals ?? 0, groupsWith: language() === 'id' ? '.' : ',' })
  function type(text: string): void {
    setDraft(text)
    props.onChange(read(text) ?? null)
  }
  function step(direction: number): void {
    setDraft(undefined)
    props.onChange(clamp((props.value ?? props.min ?? 0) + direction * (props.step ?? 1)))
  }
  function onKey(event: KeyboardEvent): void {
    const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (direction === undefined) return
    event.preventDefault()
    step(direction)
  }
  return (
    <Field label={props.label} hideLabel={props.hideLabel} hint={props.hint} error={props.error}>
      {control => (
        <div class="fc-input-box">
          <input
            id={control.id}
            inputmode={props.decimals ? 'decimal' : 'numeric'}
            autocomplete="off"
            value={shown()}
            aria-invalid={control.invalid()}
            aria-describedby={control.describedBy()}
            onInput={event => type(event.currentTarget.value)}
            onKeyDown={onKey}
            onBlur={() => setDraft(undefined)}
          />
          <Show when={props.unit}>
            <span class="fc-input-unit">{props.unit}</span>
          </Show>
        </div>
      )}
    </Field>
  )
}
