import { createMemo } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { createFramesLater } from '../../app/frames.ts'
import type { BandRow } from '../../charts/bandRow.ts'
import { DotPlot } from '../../charts/DotPlot.tsx'
import { SharedPlots } from '../../charts/SharedPlots.tsx'
import { TimeChart } from '../../charts/TimeChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'

type ChartsProps = { readonly result: ForecastResult; readonly target: number }

/** Fifty outcomes of the whole order, and the bands of its days (U51, U54). */
export function ForecastCharts(props: ChartsProps) {
  const { t, tc } = useI18n()
  const dailyNow = createMemo(() =>
    props.result.days.map((day): BandRow => ({ date: day.date, hours: day.hours, spread: day.linkClicks })),
  )
  const hasOrders = () => props.result.totals.conversions !== null
  /** Orders so far, or clicks so far where no orders can be told. */
  const soFarNow = createMemo(() =>
    props.result.days.map((day): BandRow => ({
      date: day.date,
      hours: day.hours,
      spread: day.conversionsSoFar ?? day.linkClicksSoFar,
    })),
  )
  // Each in a frame of its own, after the fifty outcomes.
  const daily = createFramesLater(dailyNow, 1)
  const soFar = createFramesLater(soFarNow, 2)
  return (
    <>
      <DotPlot
        title={t('newOrder.forecast.fifty')}
        aside={tc('newOrder.forecast.clicksIn', props.result.days.length)}
        outcomes={props.result.outcomes}
        target={props.target}
      />
      <SharedPlots>
        <div class="fc-forecast-bands">
          <TimeChart title={t('newOrder.forecast.clicksADay')} rows={daily()} />
          <TimeChart
            title={t(hasOrders() ? 'newOrder.forecast.conversionsSoFar' : 'newOrder.forecast.clicksSoFar')}
            rows={soFar()}
            target={hasOrders() ? undefined : props.target}
          />
        </div>
      </SharedPlots>
    </>
  )
}
