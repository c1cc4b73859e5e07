import { createMemo, createSignal, For, Show } from 'solid-js'

import type { EffectShown, ProfileEdit } from '../../../core/contract/assumptions.ts'
import { everyOrder } from '../../../core/contract/orderList.ts'
import type { Spread } from '../../../core/forecast/spread.ts'
import { request } from '../../app/client.ts'
import { forecastReplicates, forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun, type LiveRun } from '../../app/createLiveRun.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { chanceWords, moneyWords, rangeWords } from '../forecast/forecastWords.ts'
import { paced } from '../new-order/paced.ts'
import { planDetails } from '../planner/planName.ts'
import type { ProfileEntryShown } from './assumptionGroups.ts'
import { isSameValue, type ProfileValue, sentValue } from './valueDraft.ts'

type Wanted = { readonly value: ProfileValue; readonly orderId: string }

/** A number that is being typed is not asked at every digit. */
const typingGapMs = 400
const mostOrders = 60

/** What an edit would do to the forecast of an unpaid order, under the same chance, before it is saved. */
export function EffectPreview(props: {
  readonly entry: ProfileEntryShown
  readonly market: ProfileEdit['market']
  readonly value: ProfileValue | undefined
}) {
  const i18n = useI18n()
  const { t } = i18n
  const [chosen, setChosen] = createSignal<string>()
  const orders = createQuery(
    'listOrders',
    () => ({ view: { ...everyOrder, group: 'unpaid' as const, market: props.market }, count: mostOrders }),
    ['orders'],
  )
  const rows = () => orders.data()?.rows ?? []
  const orderId = () => chosen() ?? rows()[0]?.id
  const asked = createMemo(
    (): Wanted | undefined => {
      const [value, order] = [props.value, orderId()]
      if (value === undefined || order === undefined || isSameValue(value, props.entry.value))
        return undefined
      return { value, orderId: order }
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  const run = createLiveRun<Wanted, EffectShown>({
    wanted: paced(asked, typingGapMs),
    start: (wanted, key) =>
      request('startEffect', {
        orderId: wanted.orderId,
        value: sentValue(wanted.value),
        market: props.market,
        entry: props.entry.entry,
        seed: forecastSeed,
        replicates: forecastReplicates,
        key,
      }),
    resultOf: shown => (shown.kind === 'effect' ? shown : undefined),
  })
  return (
    <section class="fc-effect" aria-label={t('assumptions.effect')} aria-busy={run.refining()}>
      <h3>{t('assumptions.effect')}</h3>
      <Show when={rows().length > 0} fallback={<p class="second small">{t('assumptions.effectNoOrder')}</p>}>
        <ComboboxField
          label={t('assumptions.effectOrder')}
          value={orderId() ?? ''}
          options={rows().map(row => ({
            value: row.id,
            label: row.videoTitle,
            note: planDetails(row, i18n),
          }))}
          onChange={setChosen}
        />
        <Answer run={run} isAsked={asked() !== undefined} />
      </Show>
    </section>
  )
}

function Answer(props: { readonly run: LiveRun<Wanted, EffectShown>; readonly isAsked: boolean }) {
  const { t } = useI18n()
  return (
    <Show when={props.isAsked} fallback={<p class="second small">{t('assumptions.effectHint')}</p>}>
      <Show when={props.run.refining()}>
        <progress
          class="fc-effect-progress"
          value={props.run.progress()}
          aria-label={t('newOrder.forecast.refining')}
        />
      </Show>
      <Show when={props.run.refining() && props.run.result() === undefined}>
        <p class="second small">{t('assumptions.effectWorking')}</p>
      </Show>
      <Show when={props.run.failure()}>
        {failure => (
          <Show when={failure().code === 'bad_input'} fallback={<ErrorNotice failure={failure()} />}>
            <p class="warning small">{t('assumptions.effectImpossible')}</p>
          </Show>
        )}
      </Show>
      <Show when={props.run.failure() === undefined && props.run.result()}>
        {effect => <Table effect={effect()} />}
      </Show>
    </Show>
  )
}

function Table(props: { readonly effect: EffectShown }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const count = (value: number) => number(Math.round(value))
  const money = (value: number) => moneyWords(value, props.effect.currency, i18n)
  const rows = () => {
    const { before, after } = props.effect
    return [
      { key: 'clicks', before: words(before.linkClicks, count), after: words(after.linkClicks, count) },
      { key: 'orders', before: words(before.conversions, count), after: words(after.conversions, count) },
      { key: 'profit', before: words(before.profit, money), after: words(after.profit, money) },
      {
        key: 'target',
        before: { middle: chanceWords(before.targetReached, i18n), range: '' },
        after: { middle: chanceWords(after.targetReached, i18n), range: '' },
      },
    ] as const
  }
  const isSmall = () => {
    const { before, after } = props.effect
    const [was, is] = [before.linkClicks.p50 ?? 0, after.linkClicks.p50 ?? 0]
    const profits = (after.profit?.p50 ?? 0) - (before.profit?.p50 ?? 0)
    return Math.abs(is - was) < 0.02 * was && Math.abs(profits) < 0.02 * Math.abs(before.profit?.p50 ?? 1)
  }
  const words = (spread: Spread | null, format: (value: number) => string) => ({
    middle: spread === null || spread.p50 === null ? '–' : format(spread.p50),
    range: spread === null ? '' : rangeWords(spread, format, i18n),
  })
  return (
    <>
      <table class="fc-mini fc-effect-table" data-named>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('assumptions.effect')}</span>
            </th>
            <th scope="col" data-align="end">
              {t('assumptions.before')}
            </th>
            <th scope="col" data-align="end">
              {t('assumptions.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {row => (
              <tr>
                <th scope="row">{t(`assumptions.effectRow.${row.key}`)}</th>
                <For each={[row.before, row.after]}>
                  {side => (
                    <td data-align="end">
                      <strong>{side.middle}</strong>
                      <span class="fc-effect-range third small">{side.range}</span>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={isSmall()}>
        <p class="small">{t('assumptions.effectSmall')}</p>
      </Show>
      <p class="third small">{t('assumptions.effectText')}</p>
    </>
  )
}
