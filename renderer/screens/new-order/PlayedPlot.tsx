import { createMemo, For } from 'solid-js'

import { dayName } from '../../charts/chartWords.ts'
import { observedWidth } from '../../charts/observedWidth.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Slider } from '../../parts/Slider.tsx'
import { moneyWords } from '../forecast/forecastWords.ts'
import type { PlayedDelivery } from './createPlay.ts'
import { localMoment } from './localMoment.ts'

const height = 72
const baseline = height - 4

type PlayedProps = {
  readonly played: PlayedDelivery
  /** The half hour that is shown last. */
  readonly place: number
  readonly onPlace: (place: number) => void
}

/** A delivery up to one of its half hours: link clicks as a line, orders as rings, and all of it in words. */
export function PlayedPlot(props: PlayedProps) {
  const { t } = useI18n()
  let holder: HTMLDivElement | undefined
  const width = observedWidth(() => holder)
  const clicks = () => props.played.halfHours.linkClicks
  const x = (slot: number) => (slot / Math.max(1, clicks().length - 1)) * width()
  const y = (value: number) =>
    baseline - (value / Math.max(1, props.played.delivery.totals.linkClicks)) * (baseline - 8)
  const line = createMemo(() => {
    const points = clicks().slice(0, props.place + 1)
    return `M0 ${baseline}L${points.map((value, slot) => `${x(slot).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`
  })
  /** Half hours in which an order came. */
  const sales = createMemo(() =>
    props.played.halfHours.conversions.flatMap((value, slot, all) =>
      (value ?? 0) > (slot === 0 ? 0 : (all[slot - 1] ?? 0)) ? [slot] : [],
    ),
  )
  return (
    <>
      <p class="fc-play-words">{placeWords(props)}</p>
      <div class="fc-play-plot" ref={holder} aria-hidden="true">
        <svg width={width()} height={height}>
          <line class="fc-dot-axis" x1="0" x2={width()} y1={baseline} y2={baseline} />
          <path class="fc-play-line" d={line()} />
          <For each={sales().filter(slot => slot <= props.place)}>
            {slot => <circle class="fc-play-sale" cx={x(slot)} cy={y(clicks()[slot] ?? 0)} r="4" />}
          </For>
        </svg>
      </div>
      <Slider
        label={t('newOrder.play.scrub')}
        hideLabel
        min={0}
        max={clicks().length - 1}
        step={1}
        value={props.place}
        valueText={placeWords(props)}
        onChange={at => props.onPlace(at)}
      />
      <p class="third small">{t('newOrder.play.text')}</p>
    </>
  )
}

function placeWords({ played, place }: PlayedProps): string {
  const i18n = useI18n()
  const { t, tc } = i18n
  const { linkClicks, conversions, spend } = played.halfHours
  const { date, time } = localMoment(played.startsAt, (place + 1) / 2)
  const orders = conversions[place] ?? null
  return [
    t('newOrder.play.at', { day: dayName(date, i18n), time }),
    tc('newOrder.play.clicks', linkClicks[place] ?? 0),
    ...(orders === null ? [] : [tc('newOrder.play.orders', orders)]),
    t('newOrder.play.spent', { amount: moneyWords(spend[place] ?? 0, played.delivery.currency, i18n) }),
  ].join(' · ')
}
