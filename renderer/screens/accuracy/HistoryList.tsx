import { For, Show } from 'solid-js'

import type { History } from '../../../core/contract/learning.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchivedToggle } from '../../parts/ArchivedToggle.tsx'

/** In the address, for all files in use together. */
export const allFiles = 'all'

/** Imported files, the last first; one of them is looked at. */
export function HistoryList(props: {
  readonly histories: readonly History[]
  readonly chosen: string | undefined
  readonly hasArchived: boolean
  readonly isArchived: boolean
  readonly onArchived: (value: boolean) => void
  readonly onChoose: (id: string) => void
}) {
  const { t, tc, number } = useI18n()
  const about = (history: History) =>
    [tc('history.rows', history.rows), tc('history.units', history.units)].join(' · ')
  const allRows = () => props.histories.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <>
      <fieldset class="fc-history-list">
        <legend class="fc-field-label">{t('history.files')}</legend>
        <For each={props.histories}>
          {history => (
            <Choice
              isChosen={props.chosen === history.id}
              name={history.name}
              about={about(history)}
              warning={
                history.leftOut > 0 ? t('history.leftOutOf', { rows: number(history.leftOut) }) : undefined
              }
              onChoose={() => props.onChoose(history.id)}
            />
          )}
        </For>
        <Show when={!props.isArchived && props.histories.length > 1}>
          <Choice
            isChosen={props.chosen === allFiles}
            name={t('history.all')}
            about={tc('history.rows', allRows())}
            warning={undefined}
            onChoose={() => props.onChoose(allFiles)}
          />
        </Show>
      </fieldset>
      <Show when={props.hasArchived || props.isArchived}>
        <ArchivedToggle value={props.isArchived} onChange={props.onArchived} />
      </Show>
    </>
  )
}

function Choice(props: {
  readonly isChosen: boolean
  readonly name: string
  readonly about: string
  readonly warning: string | undefined
  readonly onChoose: () => void
}) {
  return (
    <label class="fc-history-file">
      <input type="radio" name="history" checked={props.isChosen} onChange={() => props.onChoose()} />
      <span class="fc-history-name">{props.name}</span>
      <span class="third small">{props.about}</span>
      <Show when={props.warning}>{words => <span class="warning small">{words()}</span>}</Show>
    </label>
  )
}
