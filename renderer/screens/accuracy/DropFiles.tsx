import Upload from 'lucide-solid/icons/upload'
import { createSignal, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import type { HistoryImport } from './createHistoryImport.ts'

import '../../parts/Button.css'

/** Takes CSV files, chosen or dropped, and shows how far they are. */
export function DropFiles(props: { readonly files: HistoryImport; readonly isPrimary?: boolean }) {
  const { t } = useI18n()
  const [isOver, setOver] = createSignal(false)
  function take(list: FileList | null | undefined): void {
    setOver(false)
    if (list !== null && list !== undefined) props.files.add([...list])
  }
  return (
    <div
      class="fc-drop"
      data-over={isOver() ? '' : undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        take(event.dataTransfer?.files)
      }}
    >
      <Show
        when={props.files.isBusy()}
        fallback={
          <>
            <label class={`fc-button fc-button-${props.isPrimary ? 'primary' : 'plain'} fc-drop-button`}>
              <Upload size={14} aria-hidden="true" />
              {t('history.import')}
              <input
                type="file"
                class="visually-hidden"
                accept=".csv,text/csv"
                multiple
                onChange={event => {
                  take(event.currentTarget.files)
                  event.currentTarget.value = ''
                }}
              />
            </label>
            <span class="third small">{t('history.orDrop')}</span>
          </>
        }
      >
        <Progress
          label={t(props.files.isSending() ? 'history.sending' : 'history.reading', {
            name: props.files.name(),
          })}
          fraction={props.files.fraction()}
          onCancel={props.files.cancel}
        />
      </Show>
      <Show when={props.files.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
    </div>
  )
}
