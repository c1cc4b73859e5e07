import { Slider as KobalteSlider } from '@kobalte/core/slider'

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

export function Slider(props: SliderProps) {
  return (
    <KobalteSlider
      class="fc-slider"
      value={[Math.min(props.max, Math.max(props.min, props.value))]}
      minValue={props.min}
      maxValue={props.max}
      step={props.step}
      getValueLabel={({ values }) => props.valueText ?? String(values[0])}
      onChange={([value]) => {
        if (value !== undefined && value !== props.value) props.onChange(value)
      }}
    >
      <KobalteSlider.Label class={props.hideLabel ? 'visually-hidden' : 'fc-field-label'}>
        {props.label}
      </KobalteSlider.Label>
      <KobalteSlider.Track class="fc-slider-track">
        <KobalteSlider.Fill class="fc-slider-fill" />
        <KobalteSlider.Thumb class="fc-slider-thumb">
          <KobalteSlider.Input />
        </KobalteSlider.Thumb>
      </KobalteSlider.Track>
    </KobalteSlider>
  )
}
