import { type JSX, Show } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { chanceWords, intervalSentence } from './forecastWords.ts'
import { Sentence } from './Sentence.tsx'

import './forecast.css'

type HeadlineProps = {
  readonly result: ForecastResult
  readonly target: number
  /** How sure the figures are yet: refining, final, or nothing to say. */
  readonly status?: JSX.Element
}

/** The probability of the target first, the interval in words second, and never a lone number (FO2, U50). */
export function ForecastHeadline(props: HeadlineProps) {
  const i18n = useI18n()
  const interval = () => intervalSentence(props.result, i18n)
  return (
    <div class="fc-headline">
      <p class="fc-headline-chance">
        <span class="fc-headline-number">{chanceWords(props.result.probability.targetReached, i18n)}</span>
        <span>{i18n.tc('newOrder.forecast.chance', props.target)}</span>
      </p>
      <p class="fc-headline-interval">
        <Sentence sentence={interval().sentence} parts={interval().parts} />
      </p>
      <Show when={props.status}>
        <p class="fc-headline-status">{props.status}</p>
      </Show>
    </div>
  )
}
