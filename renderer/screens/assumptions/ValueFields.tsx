import X from 'lucide-solid/icons/x'
import { Index, Show } from 'solid-js'

import { currencies, type Currency } from '../../../core/money/money.ts'
import { categories } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { assumptionUnit } from '../forecast/assumptionWords.ts'
import type { ProfileEntryShown } from './assumptionGroups.ts'
import { boundsWords } from './boundsWords.ts'
import { cellName } from './cellName.ts'
import { figureKind } from './figureWords.ts'
import { scaledTo, sumOf, totalOf, type ValueDraft, withCell } from './valueDraft.ts'

type FieldsProps = {
  readonly entry: ProfileEntryShown
  readonly currency: Currency
  readonly draft: ValueDraft
  readonly error: string | undefined
  readonly onChange: (draft: ValueDraft) => void
}

/** A number, or every number of a table or list, in the unit in which people say it. */
export function ValueFields(props: FieldsProps) {
  const i18n = useI18n()
  const { t } = i18n
  const error = () => {
    const about = { unit: props.entry.unit, currency: props.currency }
    return props.error === undefined ? undefined : boundsWords(props.error, about, i18n)
  }
  return (
    <Show
      when={props.draft.shape !== 'number'}
      fallback={
        <Cell
          {...props}
          label={t('assumptions.column.value')}
          name={props.draft.cells[0]?.key ?? ''}
          value={props.draft.cells[0]?.value ?? null}
          cellError={error()}
        />
      }
    >
      <fieldset class="fc-value-fields">
        <legend class="fc-field-label">{t('assumptions.column.value')}</legend>
        <Cells {...props} />
        <Total {...props} />
        <Show when={error()}>
          <p class="fc-field-error" role="alert">
            {error()}
          </p>
        </Show>
      </fieldset>
    </Show>
  )
}

function Cells(props: FieldsProps) {
  const i18n = useI18n()
  const { t } = i18n
  const mayAdd = () => props.entry.entry === 'platformFee'
  const left = () => categories.filter(each => !props.draft.cells.some(({ key }) => key === each))
  const without = (key: string) => ({
    ...props.draft,
    cells: props.draft.cells.filter(cell => cell.key !== key),
  })
  return (
    <>
      <div class="fc-value-grid" data-shape={props.draft.shape}>
        <Index each={props.draft.cells}>
          {cell => (
            <div class="fc-value-cell">
              <Cell
                {...props}
                label={cellName(cell().key, props.draft.shape, i18n)}
                name={cell().key}
                value={cell().value}
                cellError={undefined}
              />
              <Show when={mayAdd() && cell().key !== 'other'}>
                <button
                  type="button"
                  class="fc-icon-button"
                  aria-label={t('assumptions.removeRow', {
                    name: cellName(cell().key, props.draft.shape, i18n),
                  })}
                  onClick={() => props.onChange(without(cell().key))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </Show>
            </div>
          )}
        </Index>
      </div>
      <Show when={mayAdd()}>
        <SelectField
          label={t('assumptions.addRow')}
          value=""
          options={left().map(value => ({ value, label: t(`words.category.${value}`) }))}
          onChange={key =>
            props.onChange({ ...props.draft, cells: [{ key, value: null }, ...props.draft.cells] })
          }
        />
      </Show>
    </>
  )
}

/** Where the numbers belong together: what they add up to, and the way to make that right. */
function Total(props: FieldsProps) {
  const { t, figure } = useI18n()
  const total = () => totalOf(props.entry.entry)
  const isOff = () => Math.abs(sumOf(props.draft) - (total() ?? 0)) > 1e-6 * (total() ?? 1)
  return (
    <Show when={total()}>
      {wanted => (
        <p class="fc-value-total small">
          <span class={isOff() ? 'warning' : 'second'} aria-live="polite">
            {t('assumptions.total', { sum: figure(sumOf(props.draft)), total: figure(wanted()) })}
          </span>
          <Show when={isOff()}>
            <Button variant="quiet" onClick={() => props.onChange(scaledTo(props.draft, wanted()))}>
              {t('assumptions.scale', { total: figure(wanted()) })}
            </Button>
          </Show>
        </p>
      )}
    </Show>
  )
}

function Cell(
  props: FieldsProps & {
    readonly label: string
    readonly name: string
    readonly value: number | null
    readonly cellError: string | undefined
  },
) {
  const { language } = useI18n()
  const kind = () => figureKind(props.entry.unit)
  const change = (value: number | null) => props.onChange(withCell(props.draft, props.name, value))
  const unit = () => {
    if (kind() === 'share') return '%'
    if (kind() === 'major') return currencies[props.currency].symbol
    if (kind() === 'factor') return '×'
    return props.draft.shape === 'number' ? assumptionUnit(props.entry, language()) : ''
  }
  return (
    <Show
      when={kind() === 'minor'}
      fallback={
        <NumberField
          label={props.label}
          value={props.value}
          decimals={6}
          step={stepOf(props.value)}
          unit={unit()}
          error={props.cellError}
          onChange={change}
        />
      }
    >
      <MoneyField
        label={props.label}
        currency={props.currency}
        valueMinor={props.value}
        error={props.cellError}
        onChange={change}
      />
    </Show>
  )
}

/** An arrow key moves the second figure. */
function stepOf(value: number | null): number {
  if (value === null || value === 0) return 1
  return 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
}
