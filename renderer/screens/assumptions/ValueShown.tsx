import { createMemo, For, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { cellName } from './cellName.ts'
import { figureNote, figureWords } from './figureWords.ts'
import { draftOf, isList, type ProfileValue } from './valueDraft.ts'

import '../../charts/charts.css'

type ValueProps = { readonly value: ProfileValue; readonly unit: string; readonly currency: string }

/** An assumption's value in words and units; a table or list as small bars with its numbers. */
export function ValueShown(props: ValueProps) {
  const i18n = useI18n()
  const single = () => (typeof props.value === 'number' ? props.value : undefined)
  const note = () => figureNote(single() ?? 0, props.unit, i18n)
  return (
    <Show when={single() !== undefined} fallback={<Bars {...props} />}>
      <span class="fc-value-figure">{figureWords(single() ?? 0, props, i18n)}</span>
      <Show when={note()}>
        <span class="fc-value-note third">{note()}</span>
      </Show>
    </Show>
  )
}

function Bars(props: ValueProps) {
  const i18n = useI18n()
  const numbers = createMemo(() =>
    typeof props.value === 'number' ? [props.value] : Object.values(props.value),
  )
  const most = createMemo(() => Math.max(1e-9, ...numbers()))
  const barWidth = () => 96 / Math.max(1, numbers().length)
  const shape = () => (typeof props.value !== 'number' && isList(props.value) ? 'list' : 'table')
  const words = () => {
    const named = draftOf(props.value, props.unit).cells.map((cell, i) => ({
      name: cellName(cell.key, shape(), i18n),
      text: figureWords(numbers()[i] ?? 0, props, i18n),
    }))
    return shape() === 'table' ? named : ends(named)
  }
  /** Twenty-four numbers are said by their least and most. */
  const ends = <T,>(named: readonly T[]): readonly T[] => {
    const [least, highest] = [numbers().indexOf(Math.min(...numbers())), numbers().indexOf(most())]
    return [least, highest].flatMap(place => named.slice(place, place + 1))
  }
  return (
    <span class="fc-value-table">
      <svg width="96" height="24" aria-hidden="true">
        <For each={numbers()}>
          {(number, index) => (
            <rect
              class="fc-band-50"
              x={index() * barWidth()}
              width={Math.max(1, barWidth() - 1)}
              y={24 - (22 * number) / most()}
              height={Math.max(1, (22 * number) / most())}
            />
          )}
        </For>
      </svg>
      <span class="fc-value-cells">
        <For each={words()}>
          {cell => (
            <span>
              <span class="third">{cell.name}</span> {cell.text}
            </span>
          )}
        </For>
      </span>
    </span>
  )
}
