import { createUniqueId } from 'solid-js'

import './Field.css'
import './Slider.css'

type SliderProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  /** The value in words, for screen readers. */
  readonly valueText?: string
}

/** The system's own slider: it takes arrows, Home, End and touch, and speaks its value in words. */
export function Slider(props: SliderProps) {
  const id = createUniqueId()
  const value = () => Math.min(props.max, Math.max(props.min, props.value))
  const filled = () => (100 * (value() - props.min)) / Math.max(1e-9, props.max - props.min)
  return (
    <div class="fc-slider">
      <label class={props.hideLabel ? 'visually-hidden' : 'fc-field-label'} for={id}>
        {props.label}
      </label>
      <input
        id={id}
        class="fc-slider-input"
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={value()}
        aria-valuetext={props.valueText}
        style={{ '--fc-slider-filled': `${filled()}%` }}
        onInput={event => props.onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}
