import { createSignal } from 'solid-js'

import type { Reading } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'
import type { ImportOfFile } from './createImport.ts'

/** How numbers and dates are written, where the file leaves both open or is not of one mind. */
export function ReadAgain(props: { readonly work: ImportOfFile }) {
  const { t } = useI18n()
  // oxlint-disable-next-line solid/reactivity -- where the form starts
  const [reading, setReading] = createSignal<Reading>(props.work.reading())
  return (
    <form
      class="fc-import-style"
      aria-label={t('exchange.style.title')}
      onSubmit={event => {
        event.preventDefault()
        props.work.read(reading())
      }}
    >
      <Segmented
        label={t('exchange.style.number')}
        value={reading().numberStyle ?? 'auto'}
        options={(['auto', 'point', 'comma'] as const).map(value => ({
          value,
          label: t(`exchange.style.${value}`),
        }))}
        onChange={value => setReading(all => ({ ...all, numberStyle: value === 'auto' ? null : value }))}
      />
      <Segmented
        label={t('exchange.style.date')}
        value={reading().dateOrder ?? 'auto'}
        options={(['auto', 'ymd', 'dmy', 'mdy'] as const).map(value => ({
          value,
          label: t(`exchange.style.${value}`),
        }))}
        onChange={value => setReading(all => ({ ...all, dateOrder: value === 'auto' ? null : value }))}
      />
      <TextField
        label={t('exchange.style.currency')}
        value={reading().currency ?? ''}
        onChange={text =>
          setReading(all => ({
            ...all,
            currency: text.trim() === '' ? null : text.trim().toUpperCase().slice(0, 3),
          }))
        }
      />
      <Button type="submit">{t('exchange.style.read')}</Button>
    </form>
  )
}
