import { useI18n } from '../i18n/i18n.ts'
import type { BandRow } from './bandRow.ts'
import { bandNote, bandSummary, bandTable, bandWords } from './chartWords.ts'
import { PlotFigure } from './PlotFigure.tsx'
import { valueTicks } from './timeChartTicks.ts'

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

const leastDayLabelPx = 27
const leastDateLabelPx = 46
/** Up to here days are told by their weekday, beyond it by their date. */
const mostWeekdays = 10

/** A forecast by days: 95, 80 and 50% bands with the middle line, and what really came in ink. */
export function TimeChart(props: TimeChartProps) {
  const i18n = useI18n()
  const format = (value: number) => props.format?.(value) ?? i18n.number(Math.round(value))
  const isLong = () => props.rows.length > mostWeekdays
  const summary = () => {
    const ofBands = bandSummary(props.title, props.rows, format, i18n)
    if (props.target === undefined) return ofBands
    return `${ofBands} ${i18n.t('charts.ofTarget', { target: format(props.target) })}`
  }
  const words = (place: number) => {
    const row = props.rows[place]
    return row && { spoken: bandWords(row, format, i18n), shown: bandNote(row, format, i18n) }
  }
  return (
    <PlotFigure
      title={props.title}
      aside={i18n.t('charts.bands')}
      summary={summary()}
      table={bandTable(props.rows, format, i18n)}
      words={words}
      heightPx={124}
      points={() => props.rows.map(({ spread, actual }, x) => ({ x, spread, middle: spread.p50, actual }))}
      format={format}
      valueTicks={() => valueTicks(props.rows, props.target, props.isWhole ?? true)}
      placeTicks={widthPx =>
        dayTicks(props.rows.length, widthPx / (isLong() ? leastDateLabelPx : leastDayLabelPx))
      }
      placeLabel={x => {
        const date = props.rows[Math.floor(x)]?.date ?? ''
        return isLong() ? i18n.shortDate(date) : i18n.weekday(date)
      }}
      target={() => props.target}
    />
  )
}

/** Every day, or every second, third …: so many labels as have room. A single day stands in the middle of its band. */
function dayTicks(count: number, mostLabels: number): readonly number[] {
  if (count === 1) return [0.5]
  const step = Math.ceil((count - 1) / Math.max(1, mostLabels))
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step)
}
