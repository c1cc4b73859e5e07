import { createMemo, For, Show } from 'solid-js'

import type { Request } from '../../core/contract/contract.ts'
import { createQuery } from '../app/createQuery.ts'
import { useI18n } from '../i18n/i18n.ts'
import { type Edit, editsOf, type FieldChange } from './editsOf.ts'
import { ErrorNotice } from './ErrorNotice.tsx'
import { Panel } from './Panel.tsx'

import './RecordHistory.css'

type HistoryProps = {
  readonly kind: Request<'listLog'>['kind']
  readonly id: string
  /** A field as the page calls it. */
  readonly nameOf: (field: string) => string
}

/** Every save of a record, the latest first, with what it was before and after (L24). */
export function RecordHistory(props: HistoryProps) {
  const { t, moment } = useI18n()
  const log = createQuery('listLog', () => ({ kind: props.kind, id: props.id }), ['creators', 'videos'])
  const edits = createMemo(() => editsOf(log.data() ?? []).toReversed())
  return (
    <Panel title={t('parts.history.title')}>
      <Show when={log.failure()}>{failure => <ErrorNotice failure={failure()} onRetry={log.refetch} />}</Show>
      <ol class="fc-history">
        <For each={edits()}>
          {edit => (
            <li>
              <span class="third small">{moment(edit.at)}</span>
              <EditWords edit={edit} nameOf={props.nameOf} />
              <span class="third small">{edit.who}</span>
            </li>
          )}
        </For>
      </ol>
    </Panel>
  )
}

function EditWords(props: { readonly edit: Edit; readonly nameOf: (field: string) => string }) {
  const { t } = useI18n()
  return (
    <Show when={!props.edit.isFirst} fallback={<span>{t('parts.history.created')}</span>}>
      <ul>
        <For each={props.edit.changes}>
          {change => (
            <li>
              {props.nameOf(change.field)}: <ChangeWords change={change} />
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function ChangeWords(props: { readonly change: FieldChange }) {
  const { t } = useI18n()
  const words = (value: unknown): string => {
    if (value === true) return t('parts.yes')
    if (value === false) return t('parts.no')
    if (value === null || value === undefined || value === '') return t('parts.unknown')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
  }
  return (
    <>
      <span class="third">{words(props.change.before)}</span> → <strong>{words(props.change.after)}</strong>
    </>
  )
}
