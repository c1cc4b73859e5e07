import { For } from 'solid-js'

import type { ComparisonResult } from '../../../core/forecast/comparisonResult.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DifferenceRow } from './DifferenceRow.tsx'
import { moneyWords } from './forecastWords.ts'

type DifferenceListProps = {
  readonly difference: ComparisonResult['differences'][number]
  readonly currency: ComparisonResult['currency']
  readonly sharesChance: boolean
}

/** What one plan has more, or less, of than the first. */
export function DifferenceList(props: DifferenceListProps) {
  const i18n = useI18n()
  const { t } = i18n
  const count = (value: number) => i18n.number(Math.round(value))
  const money = (value: number) => moneyWords(value, props.currency, i18n)
  const rows = () => {
    const { linkClicks, moreClicks, conversions, profit, moreProfit } = props.difference
    return [
      { name: t('newOrder.compare.clicks'), spread: linkClicks, more: moreClicks, format: count },
      { name: t('newOrder.compare.orders'), spread: conversions, more: null, format: count },
      { name: t('newOrder.compare.profit'), spread: profit, more: moreProfit, format: money },
    ]
  }
  return (
    <>
      <ul class="fc-differences">
        <For each={rows()}>
          {row => <DifferenceRow name={row.name} spread={row.spread} more={row.more} format={row.format} />}
        </For>
      </ul>
      <p class="third small">
        {props.sharesChance ? t('newOrder.compare.text') : t('newOrder.compare.otherVideo')}
      </p>
    </>
  )
}
