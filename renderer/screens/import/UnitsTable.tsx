import { For, Show } from 'solid-js'

import type { ImportPreview, ImportUnit, UnitChoice } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { SelectField } from '../../parts/SelectField.tsx'

import '../../parts/mini.css'

type Props = {
  readonly preview: ImportPreview
  readonly onChoose: (choice: UnitChoice) => void
  readonly isBusy: boolean
}

/** Ads, campaigns and videos of the file, and which order each is of; what is chosen is remembered. */
export function UnitsTable(props: Props) {
  const { t, tc, number } = useI18n()
  const units = () =>
    props.preview.units.filter(({ kind }) => kind === 'delivery' || kind === 'affiliateOrder')
  return (
    <Show when={units().length > 0}>
      <section class="fc-import-part" aria-label={t('exchange.preview.units')}>
        <h3>{t('exchange.preview.units')}</h3>
        <p class="second small">
          {t('exchange.preview.unitsText')}{' '}
          <Show when={props.preview.undecided > 0}>
            <strong>{tc('exchange.preview.undecided', props.preview.undecided)}</strong>
          </Show>
        </p>
        <div class="fc-scroll-x">
          <table class="fc-mini fc-import-units" data-named>
            <thead>
              <tr>
                <th scope="col">{t('exchange.preview.unit')}</th>
                <th scope="col" data-align="end">
                  {t('exchange.preview.count')}
                </th>
                <th scope="col" data-align="end">
                  {t('exchange.preview.spend')}
                </th>
                <th scope="col">{t('exchange.preview.goes')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={units()}>
                {unit => <UnitRow unit={unit} onChoose={props.onChoose} isBusy={props.isBusy} />}
              </For>
            </tbody>
          </table>
        </div>
        <Show when={props.preview.unitCount > props.preview.units.length}>
          <p class="third small">
            {t('exchange.preview.moreUnits', {
              shown: number(props.preview.units.length),
              all: number(props.preview.unitCount),
            })}
          </p>
        </Show>
      </section>
    </Show>
  )
}

function UnitRow(props: {
  readonly unit: ImportUnit
  readonly onChoose: Props['onChoose']
  readonly isBusy: boolean
}) {
  const { t, number, anyMoney, shortDate } = useI18n()
  const orders = () => {
    const { order, candidates } = props.unit
    const others = candidates.filter(({ orderId }) => orderId !== order?.orderId)
    return order === null ? others : [order, ...others]
  }
  const options = () => [
    ...orders().map(({ orderId, title, handle, startsAt }) => ({
      value: orderId,
      label: `${title} · ${handle} · ${shortDate(startsAt.slice(0, 10))}`,
    })),
    ...(props.unit.kind === 'delivery' ? [{ value: 'history', label: t('exchange.preview.toHistory') }] : []),
    { value: 'leave', label: t('exchange.preview.leave') },
  ]
  const value = () => props.unit.order?.orderId ?? props.unit.target
  function choose(chosen: string): void {
    const { key } = props.unit
    if (props.isBusy) return
    if (chosen === 'history' || chosen === 'leave') props.onChoose({ key, target: chosen, orderId: null })
    else props.onChoose({ key, target: 'order', orderId: chosen })
  }
  return (
    <tr>
      <th scope="row">{props.unit.label}</th>
      <td data-align="end">{number(props.unit.rows)}</td>
      <td data-align="end">
        {props.unit.spend === null ? '–' : anyMoney(props.unit.spend, props.unit.currency ?? '')}
      </td>
      <td>
        <div class="fc-import-goes">
          <SelectField
            label={t('exchange.preview.goesOf', { unit: props.unit.label })}
            hideLabel
            value={value()}
            options={options()}
            onChange={choose}
          />
          <span class="third small">{t(`exchange.preview.by.${props.unit.by}`)}</span>
        </div>
      </td>
    </tr>
  )
}
