import { createEffect, For, on, onCleanup, onMount, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import type { ChoiceList } from './createChoiceList.ts'

import './ChoiceListBox.css'

type ListBoxProps<T extends string> = {
  /** Of the list; its options are `id-0`, `id-1` … */
  readonly id: string
  readonly label: string
  readonly list: ChoiceList<T>
  readonly chosen: T | ''
  /** The field it belongs under. */
  readonly under: () => HTMLElement | undefined
}

/** The open list of a combobox, in the browser's top layer: neither a dialog nor a scrolled panel cuts it off. */
export function ChoiceListBox<T extends string>(props: ListBoxProps<T>) {
  const { t, tc } = useI18n()
  return (
    <>
      <Show when={props.list.isOpen()}>
        <Layer {...props} />
      </Show>
      <span class="visually-hidden" aria-live="polite">
        {props.list.isOpen()
          ? props.list.shown().length === 0
            ? t('parts.noChoice')
            : tc('parts.choices', props.list.shown().length + props.list.hidden())
          : ''}
      </span>
    </>
  )
}

function Layer<T extends string>(props: ListBoxProps<T>) {
  const { t, tc } = useI18n()
  let layer: HTMLDivElement | undefined
  onMount(() => {
    layer?.showPopover()
    const follow = () => layer && standUnder(layer, props.under())
    follow()
    addEventListener('scroll', follow, true)
    addEventListener('resize', follow)
    onCleanup(() => {
      removeEventListener('scroll', follow, true)
      removeEventListener('resize', follow)
    })
  })
  createEffect(
    on(
      () => [props.list.place(), props.list.shown()] as const,
      ([place]) =>
        layer?.querySelector(`#${CSS.escape(`${props.id}-${place}`)}`)?.scrollIntoView({ block: 'nearest' }),
    ),
  )
  return (
    <div class="fc-choices" popover="manual" ref={layer} onPointerDown={event => event.preventDefault()}>
      <div role="listbox" id={props.id} aria-label={props.label}>
        <For each={props.list.shown()}>
          {(choice, place) => (
            // The keys of an option are the field's, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              class="fc-choice"
              role="option"
              id={`${props.id}-${place()}`}
              aria-selected={choice.value === props.chosen}
              data-active={place() === props.list.place() ? '' : undefined}
              onPointerMove={() => props.list.setActive(place())}
              onClick={() => props.list.choose(choice)}
            >
              <span class="fc-choice-label">{choice.label}</span>
              <Show when={choice.note}>
                <span class="fc-choice-note">{choice.note}</span>
              </Show>
            </div>
          )}
        </For>
      </div>
      <Show when={props.list.shown().length === 0}>
        <p class="fc-choices-note">{t('parts.noChoice')}</p>
      </Show>
      <Show when={props.list.hidden() > 0}>
        <p class="fc-choices-note">{tc('parts.moreChoices', props.list.hidden())}</p>
      </Show>
    </div>
  )
}

const gapPx = 4
const leastRoomPx = 180

/** Below the field, or above it where there is more room. */
function standUnder(layer: HTMLElement, field: HTMLElement | undefined): void {
  if (field === undefined) return
  const place = field.getBoundingClientRect()
  const below = innerHeight - place.bottom - gapPx
  const isAbove = below < leastRoomPx && place.top > below
  layer.style.left = `${place.left}px`
  layer.style.minWidth = `${place.width}px`
  layer.style.maxWidth = `${Math.max(place.width, innerWidth - place.left - 2 * gapPx)}px`
  layer.style.maxHeight = `${Math.min(320, (isAbove ? place.top : below) - 2 * gapPx)}px`
  layer.style.top = isAbove ? 'auto' : `${place.bottom + gapPx}px`
  layer.style.bottom = isAbove ? `${innerHeight - place.top + gapPx}px` : 'auto'
}
