import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'

/** In place of what broke: what was kept, the way on, and what to tell whoever mends it. */
export function Crashed(props: { readonly error: unknown }) {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('app.crashed')}
      text={t('app.crashedText')}
      action={
        <>
          <Button variant="primary" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
          <code class="third small">{String(props.error)}</code>
        </>
      }
    />
  )
}
