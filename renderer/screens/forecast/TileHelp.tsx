import { For, type JSX, Show } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { HelpButton } from '../../parts/HelpButton.tsx'
import { assumptionName, assumptionUnit, assumptionValue } from './assumptionWords.ts'
import { errorWords, rangeWords } from './forecastWords.ts'

/** The entries of the market profile that move each figure most. */
const mainAssumptions = {
  costPerClick: ['B61', 'B62', 'B61.sigma'],
  spendsAll: ['B60', 'B61', 'DE1'],
  costPerOrder: ['B61', 'B62', 'B64'],
  reach: ['B60', 'B61', 'R7'],
  noOrder: ['B62', 'B64', 'B64.sigma'],
  loses: ['B61', 'B64', 'DE12.cancel'],
} as const

type TileHelpProps = {
  readonly tile: keyof typeof mainAssumptions
  readonly name: string
  readonly result: ForecastResult
  /** The quantity behind the figure and how it is written; a probability has none. */
  readonly of?: { readonly spread: Spread | null; readonly format: (value: number) => string } | undefined
}

/** What a figure of the forecast is, how sure it is, and what it rests on most. */
export function TileHelp(props: TileHelpProps) {
  const i18n = useI18n()
  const { t, language } = i18n
  const rests = () =>
    mainAssumptions[props.tile].flatMap(id => props.result.assumptions.find(entry => entry.id === id) ?? [])
  return (
    <HelpButton about={props.name}>
      <Part title={t('help.what')}>
        <p>{t(`help.tile.${props.tile}`)}</p>
      </Part>
      <Part title={t('help.sure')}>
        <p>{sureWords(props, i18n)}</p>
      </Part>
      <Show when={rests().length > 0}>
        <Part title={t('help.restsOn')}>
          <ul>
            <For each={rests()}>
              {entry => (
                <li>
                  <span>{assumptionName(entry, language())}</span>
                  <strong>
                    {assumptionValue(entry.value, language())} {assumptionUnit(entry, language())}
                  </strong>
                </li>
              )}
            </For>
          </ul>
          <p class="third">{t('help.allAssumptions')}</p>
        </Part>
      </Show>
    </HelpButton>
  )
}

function Part(props: { readonly title: string; readonly children: JSX.Element }) {
  return (
    <section>
      <h3>{props.title}</h3>
      {props.children}
    </section>
  )
}

function sureWords({ of, result }: TileHelpProps, i18n: ReturnType<typeof useI18n>): string {
  const { t, number, percent } = i18n
  const replicates = number(result.replicates)
  const middle = of?.spread?.p50 ?? null
  const own = result.ownDataWeight > 0 ? [t('help.own', { own: percent(result.ownDataWeight) })] : []
  if (of === undefined || middle === null) return [t('help.noInterval', { replicates }), ...own].join(' ')
  return [
    t('help.interval', { range: rangeWords(of.spread, of.format, i18n), middle: of.format(middle) }),
    t('help.simulated', { replicates, error: errorWords(result, i18n) }),
    ...own,
  ].join(' ')
}
