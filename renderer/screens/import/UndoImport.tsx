import { createSignal, Show } from 'solid-js'

import type { ImportBatch, ImportUndone } from '../../../core/contract/exchange.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { notify } from '../../parts/toasts.tsx'

/** Takes a whole import back, once. */
export function UndoImport(props: { readonly batch: ImportBatch }) {
  const { t, tc } = useI18n()
  const [isUndone, setUndone] = createSignal(false)
  const run = createRun<ImportUndone>(
    result => (result.kind === 'importUndone' ? result : undefined),
    ({ batch, kept }) => {
      setUndone(true)
      const rest = kept === 0 ? '' : ` ${tc('exchange.done.kept', kept)}`
      notify({ kind: 'good', text: `${t('exchange.done.undone', { name: batch.name })}.${rest}` })
    },
  )
  return (
    <>
      <Show
        when={run.isRunning()}
        fallback={
          <Button
            variant="quiet"
            disabled={isUndone()}
            label={t('exchange.list.undoOf', { name: props.batch.name })}
            onClick={() => {
              const { id } = props.batch
              void run.start(() => request('startImportUndo', { id }))
            }}
          >
            {t('exchange.list.undo')}
          </Button>
        }
      >
        <Progress
          label={t('exchange.undoing', { name: props.batch.name })}
          fraction={run.fraction()}
          onCancel={run.cancel}
        />
      </Show>
      <Show when={run.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
    </>
  )
}
