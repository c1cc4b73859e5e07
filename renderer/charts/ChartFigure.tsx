import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { ChartMenu } from './ChartMenu.tsx'
import type { ChartTable } from './chartTable.ts'
import { ChartTableView } from './ChartTableView.tsx'
import { cursorAfterKey } from './cursorKey.ts'

import './charts.css'

type ChartFigureProps = {
  readonly title: string
  /** Beside the title while nothing is pointed at. */
  readonly aside: JSX.Element
  /** The chart in one sentence. */
  readonly summary: string
  readonly table: ChartTable
  /** How many places the cursor has, and where it stands. */
  readonly places: number
  readonly cursor: number | undefined
  readonly onCursor: (cursor: number | undefined) => void
  /** What Enter does at the cursor, where a place leads somewhere. */
  readonly onChoose?: ((cursor: number) => void) | undefined
  /** Ways closer and back, where a chart has them. */
  readonly zoom?: ChartZoom | undefined
  /** What is under the cursor: in full words for those who hear it, in few beside the title's place. */
  readonly readout: { readonly spoken: string; readonly shown: string } | undefined
  /** The drawing; it is hidden from screen readers, which get the words. */
  readonly children: JSX.Element
}

export type ChartZoom = {
  readonly isOn: boolean
  readonly by: (factor: 0.5 | 2) => void
  readonly whole: () => void
}

/**
 * What every chart owes its readers (U42 to U44): a title, a sentence, one tab stop with a cursor that arrow keys move, and
 * the numbers as a table. The cursor is an unseen range input over the plot: screen readers give it the arrow keys and speak
 * its value in words whenever it changes, so no second live region repeats it.
 */
export function ChartFigure(props: ChartFigureProps) {
  const { t } = useI18n()
  const [hasTable, setHasTable] = createSignal(false)
  const id = createUniqueId()
  let drawing: HTMLDivElement | undefined

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && props.cursor !== undefined && props.onChoose !== undefined) {
      event.preventDefault()
      props.onChoose(props.cursor)
      return
    }
    if (props.zoom !== undefined && zoomByKey(event.key, props.zoom)) {
      event.preventDefault()
      return
    }
    const next = cursorAfterKey(event.key, props.cursor, props.places)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    props.onCursor(next.cursor)
  }

  return (
    <figure
      class="fc-chart"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      aria-details={hasTable() ? `${id}-table` : undefined}
    >
      <Caption
        {...props}
        titleId={`${id}-title`}
        hasTable={hasTable()}
        onTable={setHasTable}
        place={() => drawing}
      />
      <p class="visually-hidden" id={`${id}-summary`}>
        {props.summary}
      </p>
      <div class="fc-chart-plot">
        <input
          type="range"
          class="fc-chart-reader"
          aria-label={t('charts.readWithArrows', { title: props.title })}
          min={0}
          max={Math.max(0, props.places - 1)}
          value={props.cursor ?? 0}
          aria-valuetext={props.readout?.spoken ?? props.summary}
          onKeyDown={onKey}
          onInput={event => props.onCursor(event.currentTarget.valueAsNumber)}
          onBlur={() => props.onCursor(undefined)}
        />
        <div aria-hidden="true" ref={drawing}>
          {props.children}
        </div>
      </div>
      <Show when={hasTable()}>
        <div class="fc-chart-numbers" id={`${id}-table`}>
          <p class="small second">{props.summary}</p>
          <ChartTableView title={props.title} table={props.table} />
        </div>
      </Show>
    </figure>
  )
}

/** The title, or what is under the cursor in its place, and the menu. */
function Caption(
  props: Omit<ChartFigureProps, 'children'> & {
    readonly titleId: string
    readonly hasTable: boolean
    readonly onTable: (isShown: boolean) => void
    readonly place: () => HTMLElement | undefined
  },
) {
  const { t } = useI18n()
  return (
    <figcaption class="fc-chart-header">
      <span class={props.readout === undefined ? 'fc-chart-title' : 'visually-hidden'} id={props.titleId}>
        {props.title}
      </span>
      <span class={props.readout === undefined ? 'fc-chart-aside' : 'fc-chart-readout'}>
        {props.readout?.shown ?? props.aside}
      </span>
      <Show when={props.zoom?.isOn}>
        <button type="button" class="fc-link-button" onClick={() => props.zoom?.whole()}>
          {t('charts.whole')}
        </button>
      </Show>
      <ChartMenu
        title={props.title}
        summary={props.summary}
        table={props.table}
        hasTable={props.hasTable}
        onTable={props.onTable}
        zoom={props.zoom}
        place={props.place}
      />
    </figcaption>
  )
}

/** `+` and `-` go closer and back, `0` shows everything. */
function zoomByKey(key: string, zoom: ChartZoom): boolean {
  if (key === '+' || key === '=') zoom.by(0.5)
  else if (key === '-') zoom.by(2)
  else if (key === '0') zoom.whole()
  else return false
  return true
}
