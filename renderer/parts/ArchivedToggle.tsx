import { useI18n } from '../i18n/i18n.ts'

import './Popover.css'

/** Shows what was put away, instead of what is in use. */
export function ArchivedToggle(props: {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) {
  const { t } = useI18n()
  return (
    <label class="fc-check small second">
      <input
        type="checkbox"
        checked={props.value}
        onChange={event => props.onChange(event.currentTarget.checked)}
      />
      {t('parts.archivedOnly')}
    </label>
  )
}
