import { createSignal, Match, Show, Switch } from 'solid-js'

import type { ImportBatch, ImportColumns } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { ColumnsForm } from './ColumnsForm.tsx'
import { createImport } from './createImport.ts'
import { ImportPreviewView } from './ImportPreviewView.tsx'
import { ReadAgain } from './ReadAgain.tsx'
import { UndoImport } from './UndoImport.tsx'

const steps = {
  sending: 'exchange.sending',
  reading: 'exchange.reading',
  planning: 'exchange.planning',
  committing: 'exchange.committing',
  idle: 'exchange.reading',
} as const

/** One file: how far it is, what is asked of it, and what it will do. */
export function ImportFile(props: {
  readonly file: File
  /** Whether an import was taken back, here or in the list of all. */
  readonly isUndone: (batchId: string) => boolean
  readonly onClose: () => void
}) {
  const { t } = useI18n()
  // A row of the list is made anew for another file.
  // oxlint-disable-next-line solid/reactivity -- so the file of this one never changes
  const { file } = props
  const work = createImport(file)
  const [isMapping, setMapping] = createSignal(false)
  const columns = (): Pick<ImportColumns, 'headers' | 'rows' | 'mapping'> | undefined => {
    const found = work.shown()
    if (found?.kind === 'importColumns') return found
    return found !== undefined && isMapping()
      ? { headers: found.headers, rows: [], mapping: found.reading.mapping ?? {} }
      : undefined
  }
  return (
    <Panel
      title={work.name}
      aside={
        <Button variant="quiet" onClick={() => props.onClose()}>
          {t('exchange.remove')}
        </Button>
      }
    >
      <div class="fc-import-file" aria-live="polite">
        <Show when={work.step() !== 'idle'}>
          <Progress
            label={t(steps[work.step()], { name: work.name })}
            fraction={work.fraction()}
            onCancel={work.cancel}
          />
        </Show>
        <Show when={work.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
        <Switch>
          <Match when={work.batch()}>
            {batch => <Done batch={batch()} isUndone={props.isUndone(batch().id)} />}
          </Match>
          <Match when={columns()}>
            {found => (
              <ColumnsForm
                name={work.name}
                found={found()}
                onRead={mapping => {
                  setMapping(false)
                  work.read({ ...work.reading(), mapping })
                }}
              />
            )}
          </Match>
          <Match when={work.preview()}>
            {preview => (
              <ImportPreviewView work={work} preview={preview()} onColumns={() => setMapping(true)} />
            )}
          </Match>
          <Match when={work.step() === 'idle' && work.failure() !== undefined}>
            <ReadAgain work={work} />
          </Match>
        </Switch>
      </div>
    </Panel>
  )
}

function Done(props: { readonly batch: ImportBatch; readonly isUndone: boolean }) {
  const { t, tc } = useI18n()
  const days = () => {
    const { create, update } = props.batch.summary.days
    return create + update
  }
  return (
    <p class="fc-import-done">
      <Show
        when={!props.isUndone}
        fallback={<strong>{t('exchange.done.undone', { name: props.batch.name })}</strong>}
      >
        <strong>{t('exchange.done.imported', { name: props.batch.name })}</strong>{' '}
        <Show when={days() > 0}>
          <span class="second">{tc('exchange.list.days', days())}</span>
        </Show>
        <UndoImport batch={props.batch} />
      </Show>
    </p>
  )
}
