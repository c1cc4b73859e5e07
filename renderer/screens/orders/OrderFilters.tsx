import { For, Show } from 'solid-js'

import type { OrderList, OrderView } from '../../../core/contract/orderList.ts'
import { type OrderGroup, orderGroups } from '../../../core/order/orderGroups.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { type ColumnKey, columnKeys, columnsOf, filterCount } from './orderList.ts'
import { SavedViews } from './SavedViews.tsx'

type FiltersProps = {
  readonly view: OrderView
  readonly head: Omit<OrderList, 'rows'> | undefined
  /** `isStep` makes it a place to go back to. */
  readonly onChange: (change: Partial<OrderView>, isStep?: boolean) => void
}

/** Which orders are looked at, and with which columns. */
export function OrderFilters(props: FiltersProps) {
  const { t, number } = useI18n()
  // How many there are is said where the number asks for something.
  const label = (group: OrderGroup) => {
    const count = group === 'decide' || group === 'outside' ? (props.head?.groups[group] ?? 0) : 0
    return count === 0 ? t(`orders.views.${group}`) : `${t(`orders.views.${group}`)} ${number(count)}`
  }
  return (
    <PageHeader
      actions={
        <>
          <SearchField
            label={t('orders.search')}
            value={props.view.search}
            onChange={search => props.onChange({ search }, false)}
          />
          <SelectField
            label={t('orders.market')}
            hideLabel
            value={props.view.market ?? 'any'}
            options={(['any', 'GB', 'ID'] as const).map(value => ({
              value,
              label: value === 'any' ? t('orders.anyMarket') : t(`words.market.${value}`),
            }))}
            onChange={chosen => props.onChange({ market: chosen === 'any' ? null : chosen })}
          />
          <MoreFilters {...props} />
          <Columns {...props} />
          <SavedViews view={props.view} onApply={view => props.onChange(view)} />
          <LinkButton href="/orders/new" variant="primary" shortcut="N">
            {t('orders.add')}
          </LinkButton>
        </>
      }
    >
      <Segmented
        label={t('app.rooms.orders')}
        hideLabel
        value={props.view.group}
        options={orderGroups.map(value => ({ value, label: label(value) }))}
        onChange={group => props.onChange({ group })}
      />
    </PageHeader>
  )
}

function MoreFilters(props: FiltersProps) {
  const { t, number } = useI18n()
  const count = () => filterCount(props.view)
  return (
    <Popover
      title={t('orders.filters')}
      label={count() === 0 ? t('orders.filters') : `${t('orders.filters')} ${number(count())}`}
    >
      {() => (
        <>
          <CreatorFilter {...props} />
          <div class="fc-filter-dates">
            <DateField
              label={t('orders.startsFrom')}
              value={props.view.startsFrom ?? ''}
              onChange={date => props.onChange({ startsFrom: date || null })}
            />
            <DateField
              label={t('orders.startsTo')}
              value={props.view.startsTo ?? ''}
              onChange={date => props.onChange({ startsTo: date || null })}
            />
          </div>
          <StateFilter {...props} />
          <label class="fc-check">
            <input
              type="checkbox"
              checked={props.view.archived}
              onChange={event => props.onChange({ archived: event.currentTarget.checked })}
            />
            {t('orders.archivedOnly')}
          </label>
          <Show when={count() > 0}>
            <Button
              variant="quiet"
              onClick={() =>
                props.onChange({
                  states: [],
                  creatorId: null,
                  startsFrom: null,
                  startsTo: null,
                  archived: false,
                })
              }
            >
              {t('orders.clearFilters')}
            </Button>
          </Show>
        </>
      )}
    </Popover>
  )
}

function CreatorFilter(props: FiltersProps) {
  const { t } = useI18n()
  const creators = createQuery('listCreators', () => ({}), ['creators'])
  return (
    <ComboboxField
      label={t('orders.columns.creator')}
      value={props.view.creatorId ?? 'any'}
      options={[
        { value: 'any', label: t('orders.anyCreator') },
        ...(creators.data() ?? [])
          .filter(({ mergedInto }) => mergedInto === null)
          .map(({ id, handle }) => ({ value: id, label: handle }))
          .toSorted((a, b) => a.label.localeCompare(b.label)),
      ]}
      onChange={id => props.onChange({ creatorId: id === 'any' ? null : id })}
    />
  )
}

function StateFilter(props: FiltersProps) {
  const { t, number } = useI18n()
  const withState = (state: (typeof orderStates)[number], isOn: boolean) =>
    orderStates.filter(each => (each === state ? isOn : props.view.states.includes(each)))
  return (
    <fieldset>
      <legend class="fc-field-label">{t('orders.columns.state')}</legend>
      <For each={orderStates}>
        {state => (
          <label class="fc-check">
            <input
              type="checkbox"
              checked={props.view.states.includes(state)}
              onChange={event => props.onChange({ states: withState(state, event.currentTarget.checked) })}
            />
            {t(`words.state.${state}`)}
            <span class="third">{number(props.head?.states[state] ?? 0)}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}

function Columns(props: FiltersProps) {
  const { t } = useI18n()
  const shown = () => columnsOf(props.view)
  const withColumn = (key: ColumnKey, isOn: boolean) =>
    columnKeys.filter(each => (each === key ? isOn : shown().includes(each)))
  return (
    <Popover title={t('orders.columnChooser')} label={t('orders.columnChooser')}>
      {() => (
        <>
          <fieldset>
            <legend class="visually-hidden">{t('orders.columnChooser')}</legend>
            <For each={columnKeys}>
              {key => (
                <label class="fc-check">
                  <input
                    type="checkbox"
                    checked={shown().includes(key)}
                    disabled={key === 'video'}
                    onChange={event =>
                      props.onChange({ columns: withColumn(key, event.currentTarget.checked) }, false)
                    }
                  />
                  {t(`orders.columns.${key}`)}
                </label>
              )}
            </For>
          </fieldset>
          <Show when={props.view.columns !== null}>
            <Button variant="quiet" onClick={() => props.onChange({ columns: null }, false)}>
              {t('orders.usualColumns')}
            </Button>
          </Show>
        </>
      )}
    </Popover>
  )
}
