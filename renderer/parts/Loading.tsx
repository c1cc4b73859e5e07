import { useI18n } from '../i18n/i18n.ts'

import './Notice.css'

/** Appears only when waiting takes long enough to notice. */
export function Loading() {
  const { t } = useI18n()
  return <output class="fc-loading">{t('parts.loading')}…</output>
}
