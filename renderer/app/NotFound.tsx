import { useI18n } from '../i18n/i18n.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { useTitle } from './title.ts'

export function NotFound() {
  const { t } = useI18n()
  useTitle(() => [{ label: t('app.notFound') }])
  return (
    <EmptyState
      title={t('app.notFound')}
      text={t('app.notFoundText')}
      action={<LinkButton href="/">{t('app.home')}</LinkButton>}
    />
  )
}
