import { createSignal, onMount } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import type { BandRow } from './bandRow.ts'
import { ChartFigure } from './ChartFigure.tsx'
import { bandNote, bandSummary, bandTable, bandWords } from './chartWords.ts'
import { createBandPlot } from './createBandPlot.ts'
import { observedWidth } from './observedWidth.ts'
import { mostWeekdays } from './timeChartOptions.ts'

import 'uplot/dist/uPlot.min.css'
import './charts.css'

type TimeChartProps = {
  readonly title: string
  readonly rows: readonly BandRow[]
  /** How a value is written; whole numbers in the chosen language by default. */
  readonly format?: (value: number) => string
  /** Whether values are counts, as they are by default. */
  readonly isWhole?: boolean
  readonly target?: number | undefined
}

/** A forecast by days: 95, 80 and 50% bands with the middle line, and what really came in ink. */
export function TimeChart(props: TimeChartProps) {
  const i18n = useI18n()
  const [cursor, setCursor] = createSignal<number>()
  let place: HTMLDivElement | undefined
  const width = observedWidth(() => place)
  const format = (value: number) => props.format?.(value) ?? i18n.number(Math.round(value))
  const readout = () => {
    const index = cursor()
    const row = index === undefined ? undefined : props.rows[index]
    if (row === undefined) return undefined
    return { spoken: bandWords(row, format, i18n), shown: bandNote(row, format, i18n) }
  }
  const summary = () => {
    const ofBands = bandSummary(props.title, props.rows, format, i18n)
    if (props.target === undefined) return ofBands
    return `${ofBands} ${i18n.t('charts.ofTarget', { target: format(props.target) })}`
  }
  onMount(() => {
    if (place === undefined) return
    createBandPlot(place, {
      rows: () => props.rows,
      format,
      dayLabel: date => (props.rows.length > mostWeekdays ? i18n.shortDate(date) : i18n.weekday(date)),
      target: () => props.target,
      isWhole: props.isWhole ?? true,
      onCursor: setCursor,
      width,
      cursor,
      language: i18n.language,
    })
  })
  return (
    <ChartFigure
      title={props.title}
      aside={i18n.t('charts.bands')}
      summary={summary()}
      table={bandTable(props.rows, format, i18n)}
      places={props.rows.length}
      cursor={cursor()}
      onCursor={setCursor}
      readout={readout()}
    >
      <div class="fc-time-chart" ref={place} />
    </ChartFigure>
  )
}
