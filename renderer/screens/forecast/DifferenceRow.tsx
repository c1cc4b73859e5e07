import { Show } from 'solid-js'

import type { Spread } from '../../../core/forecast/spread.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { chanceWords, rangeWords, signedWords } from './forecastWords.ts'

import './forecast.css'

type DifferenceProps = {
  readonly name: string
  readonly spread: Spread | null
  /** Chance that there is more than in the first plan. */
  readonly more: number | null
  readonly format: (value: number) => string
}

const width = 120
const height = 16

/** One quantity's difference from the first plan: a strip around nothing, its middle 80% in words, its chance. */
export function DifferenceRow(props: DifferenceProps) {
  const i18n = useI18n()
  const signed = (value: number) => signedWords(value, props.format)
  return (
    <li class="fc-difference">
      <span class="second">{props.name}</span>
      <Show when={props.spread} fallback={<span class="third">{i18n.t('newOrder.forecast.unknown')}</span>}>
        {spread => (
          <>
            <DifferenceStrip spread={spread()} />
            <span>
              <strong>{signed(spread().mean ?? 0)}</strong>{' '}
              <span class="third small">{rangeWords(spread(), signed, i18n)}</span>
            </span>
            <span class="third small">
              <Show when={props.more}>
                {more => i18n.t('newOrder.compare.more', { chance: chanceWords(more(), i18n) })}
              </Show>
            </span>
          </>
        )}
      </Show>
    </li>
  )
}

/** The interval of a difference, with a line where there is none. */
function DifferenceStrip(props: { readonly spread: Spread }) {
  const most = () => Math.max(1e-9, ...[props.spread.p025, props.spread.p975].map(end => Math.abs(end ?? 0)))
  const at = (value: number | null) => width / 2 + ((value ?? 0) / most()) * (width / 2 - 2)
  const bar = (low: number | null, high: number | null) => ({
    x: at(low),
    width: Math.max(1, at(high) - at(low)),
  })
  return (
    <svg class="fc-difference-strip" width={width} height={height} aria-hidden="true">
      <rect class="fc-difference-95" {...bar(props.spread.p025, props.spread.p975)} y="7" height="2" />
      <rect class="fc-difference-80" {...bar(props.spread.p10, props.spread.p90)} y="4" height="8" />
      <rect class="fc-difference-50" {...bar(props.spread.p25, props.spread.p75)} y="4" height="8" />
      <line class="fc-difference-zero" x1={width / 2} x2={width / 2} y1="0" y2={height} />
    </svg>
  )
}
