import Upload from 'lucide-solid/icons/upload'
import { createSignal } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'

import '../../parts/Button.css'

/** Takes files, chosen or dropped. */
export function DropZone(props: {
  readonly onFiles: (files: readonly File[]) => void
  /** Whether it is the next thing to do. */
  readonly isNext: boolean
}) {
  const { t } = useI18n()
  const [isOver, setOver] = createSignal(false)
  function take(list: FileList | null | undefined): void {
    setOver(false)
    if (list !== null && list !== undefined) props.onFiles([...list])
  }
  return (
    <Panel title={t('exchange.drop.title')}>
      <p class="second small">{t('exchange.drop.text')}</p>
      <div
        class="fc-import-drop"
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
        <label class={`fc-button fc-button-${props.isNext ? 'primary' : 'plain'} fc-import-choose`}>
          <Upload size={14} aria-hidden="true" />
          {t('exchange.drop.choose')}
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.tsv,.txt,.xlsx"
            multiple
            onChange={event => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
        </label>
        <span class="third small">{t('exchange.drop.orDrop')}</span>
      </div>
    </Panel>
  )
}
