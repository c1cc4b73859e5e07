import { createSignal, For, Show } from 'solid-js'

import { type ImportColumns, mappableFields, type MappableField } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { fieldTexts } from './fieldTexts.ts'

import '../../parts/mini.css'

type Mapping = Readonly<Record<string, string | null>>
const figures = ['spend', 'impressions', 'linkClicks', 'conversions', 'revenue'] as const
const absent = ''

/** Columns are matched by hand: for each field the header that holds it. */
export function ColumnsForm(props: {
  readonly name: string
  readonly found: Pick<ImportColumns, 'headers' | 'rows' | 'mapping'>
  readonly onRead: (mapping: Record<string, string | null>) => void
}) {
  const { t } = useI18n()
  // What was found is where the form starts, and then it is the person's.
  // oxlint-disable-next-line solid/reactivity -- likewise
  const [mapping, setMapping] = createSignal<Mapping>(props.found.mapping)
  const headerOf = (field: MappableField) => mapping()[field] ?? null
  const isEnough = () => headerOf('from') !== null && figures.some(field => headerOf(field) !== null)
  const options = () => [
    { value: absent, label: t('exchange.columns.none') },
    ...props.found.headers.filter(header => header !== '').map(header => ({ value: header, label: header })),
  ]
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (isEnough()) props.onRead({ ...mapping() })
      }}
    >
      <h3>{t('exchange.columns.title')}</h3>
      <p class="second small">{t('exchange.columns.text', { name: props.name })}</p>
      <Show when={props.found.rows.length > 0}>
        <Sample headers={props.found.headers} rows={props.found.rows} />
      </Show>
      <div class="fc-import-columns">
        <For each={mappableFields}>
          {field => (
            <SelectField
              label={t(fieldTexts[field])}
              value={headerOf(field) ?? absent}
              placeholder={t('exchange.columns.none')}
              options={options()}
              onChange={header => setMapping(all => ({ ...all, [field]: header === absent ? null : header }))}
            />
          )}
        </For>
      </div>
      <div class="fc-import-actions">
        <Button type="submit" variant="primary" disabled={!isEnough()}>
          {t('exchange.columns.read')}
        </Button>
        <span class="third small">{t('exchange.columns.need')}</span>
      </div>
    </form>
  )
}

function Sample(props: {
  readonly headers: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  const { t } = useI18n()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div class="fc-scroll-x" tabIndex={0} role="region" aria-label={t('exchange.columns.sample')}>
      <table class="fc-mini fc-import-sample">
        <thead>
          <tr>
            <For each={props.headers}>{header => <th scope="col">{header}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows.slice(0, 5)}>
            {row => (
              <tr>
                <For each={props.headers}>{(_, i) => <td>{row[i()] ?? ''}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
