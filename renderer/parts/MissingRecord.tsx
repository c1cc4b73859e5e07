import { Show } from 'solid-js'

import type { Failure } from '../../core/contract/failure.ts'
import { useI18n } from '../i18n/i18n.ts'
import { EmptyState } from './EmptyState.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { LinkButton } from './LinkButton.tsx'

type MissingRecordProps = {
  readonly failure: Failure
  readonly title: string
  /** The list the record would be in, and its name. */
  readonly href: string
  readonly label: string
  readonly onRetry: () => void
}

/** Stands where a record cannot be shown: there is none, or it could not be read. */
export function MissingRecord(props: MissingRecordProps) {
  const { t } = useI18n()
  return (
    <Show
      when={props.failure.code === 'not_found'}
      fallback={<ErrorNotice failure={props.failure} onRetry={props.onRetry} />}
    >
      <EmptyState
        title={props.title}
        text={t('app.notFoundText')}
        action={<LinkButton href={props.href}>{props.label}</LinkButton>}
      />
    </Show>
  )
}
