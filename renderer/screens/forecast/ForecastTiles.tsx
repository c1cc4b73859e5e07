import { type JSX, Show } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { dayName } from '../../charts/chartWords.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { chanceWords, countWords, profitWords, rangeWords } from './forecastWords.ts'
import { TileHelp } from './TileHelp.tsx'

/** From here on a loss is the likelier outcome, and is marked. */
const likelyLoss = 0.5

/** The figures that decide, each with its interval or its reason (U50). */
export function ForecastTiles(props: { readonly result: ForecastResult }) {
  const i18n = useI18n()
  const { t, tc, number } = i18n
  const totals = () => props.result.totals
  const chances = () => props.result.probability
  const money = (major: number) => i18n.amount(major, props.result.currency)
  const chance = (probability: number) => chanceWords(probability, i18n)
  const count = (value: number) => number(Math.round(value))
  const unknown = () => t('newOrder.forecast.unknown')
  const lastDay = () => props.result.days.at(-1)?.date
  return (
    <dl class="fc-tiles">
      <Tile
        tile="costPerClick"
        result={props.result}
        of={{ spread: totals().costPerClick, format: money }}
        value={shown(totals().costPerClick.p50, money)}
        note={rangeWords(totals().costPerClick, money, i18n)}
      />
      <Tile
        tile="spendsAll"
        result={props.result}
        value={chance(chances().budgetFullySpent)}
        note={
          <Show when={lastDay()}>
            {day => <>{t('newOrder.forecast.by', { day: dayName(day(), i18n) })}</>}
          </Show>
        }
      />
      <Tile
        tile="costPerOrder"
        result={props.result}
        of={{ spread: totals().costPerConversion, format: money }}
        value={shown(totals().costPerConversion?.p50 ?? null, money)}
        note={totals().costPerConversion ? rangeWords(totals().costPerConversion, money, i18n) : unknown()}
      />
      <Tile
        tile="reach"
        result={props.result}
        of={{ spread: totals().reach, format: count }}
        value={shown(totals().reach.p50, count)}
        note={rangeWords(totals().reach, count, i18n)}
        second={tc('newOrder.forecast.seen', rounded(totals().frequency.p90 ?? 1), {
          times: rangeWords(totals().frequency, value => number(rounded(value)), i18n),
        })}
      />
      <Tile
        tile="noOrder"
        result={props.result}
        value={shown(chances().noConversion, chance)}
        note={totals().conversions ? countWords('conversions', totals().conversions, i18n) : unknown()}
      />
      <Tile
        tile="loses"
        result={props.result}
        value={shown(chances().loss, chance)}
        isWarning={(chances().loss ?? 0) >= likelyLoss}
        note={
          totals().profit === null
            ? unknown()
            : t('newOrder.forecast.profit', { range: profitWords(props.result, i18n) })
        }
      />
    </dl>
  )
}

/** To one decimal. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function shown(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}

type TileProps = Omit<Parameters<typeof TileHelp>[0], 'name'> & {
  readonly value: string
  readonly note: JSX.Element
  readonly second?: string
  readonly isWarning?: boolean
}

function Tile(props: TileProps) {
  const { t } = useI18n()
  const name = () => t(`newOrder.forecast.${props.tile}`)
  return (
    <div class="fc-tile">
      <dt>
        {name()}
        <TileHelp tile={props.tile} name={name()} result={props.result} of={props.of} />
      </dt>
      <dd class="fc-tile-value" classList={{ warning: props.isWarning === true }}>
        {props.value}
      </dd>
      <dd class="fc-tile-note">{props.note}</dd>
      <Show when={props.second}>
        <dd class="fc-tile-note">{props.second}</dd>
      </Show>
    </div>
  )
}
