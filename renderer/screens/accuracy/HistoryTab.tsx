import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js'

import type { History } from '../../../core/contract/learning.ts'
import { request } from '../../app/client.ts'
import type { Query } from '../../app/createQuery.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { notify } from '../../parts/toasts.tsx'
import { BacktestPanel } from './BacktestPanel.tsx'
import type { Backtest } from './createBacktest.ts'
import { createHistoryImport } from './createHistoryImport.ts'
import { DropFiles } from './DropFiles.tsx'
import { HistoryFirst } from './HistoryFirst.tsx'
import { allFiles, HistoryList } from './HistoryList.tsx'
import { HistoryReportView } from './HistoryReportView.tsx'

/** Imported delivery history: what was read of each file, and how well it would have been forecast. `?file=ID|all` */
export function HistoryTab(props: {
  readonly query: Query<readonly History[]>
  readonly backtest: Backtest
}) {
  const { tc } = useI18n()
  const [search, setSearch] = useSearchParams<{ file?: string }>()
  const [isArchived, setArchived] = createSignal(false)
  const choose = (file: string | undefined) => setSearch({ file }, { replace: true })
  const files = createHistoryImport(history => {
    notify({
      kind: 'good',
      text: `${history.name}: ${tc('history.rowsKept', history.report.kept)}`,
    })
    choose(history.id)
  })
  const inUse = createMemo(() => (props.query.data() ?? []).filter(({ archivedAt }) => archivedAt === null))
  const listed = () =>
    isArchived() ? (props.query.data() ?? []).filter(each => each.archivedAt !== null) : inUse()
  const chosen = () => listed().find(({ id }) => id === search.file)
  const isAll = () => !isArchived() && search.file === allFiles && inUse().length > 0
  /** Without an address the newest is shown. */
  const shown = () => (isAll() ? undefined : (chosen() ?? listed()[0]))
  return (
    <Show
      when={props.query.data()}
      fallback={
        <Show when={props.query.failure()} fallback={<Loading />}>
          {failure => <ErrorNotice failure={failure()} onRetry={props.query.refetch} />}
        </Show>
      }
    >
      {all => (
        <Show when={all().length > 0} fallback={<HistoryFirst files={files} />}>
          <div class="fc-history">
            <div class="fc-history-side">
              <DropFiles files={files} />
              <HistoryList
                histories={listed()}
                chosen={isAll() ? allFiles : shown()?.id}
                hasArchived={all().length > inUse().length}
                isArchived={isArchived()}
                onArchived={setArchived}
                onChoose={choose}
              />
            </div>
            <div class="fc-history-main">
              <Main
                shown={shown()}
                inUse={isAll() ? inUse() : undefined}
                isArchived={isArchived()}
                backtest={props.backtest}
              />
            </div>
          </div>
        </Show>
      )}
    </Show>
  )
}

function Main(props: {
  readonly shown: History | undefined
  /** All files that are in use, where they are looked at together. */
  readonly inUse: readonly History[] | undefined
  readonly isArchived: boolean
  readonly backtest: Backtest
}) {
  const { t, said } = useI18n()
  async function remove(history: History): Promise<void> {
    const done = await request('removeHistory', { id: history.id })
    if (!done.ok) notify({ kind: 'bad', text: said(done.failure.message) })
    else
      didUndoable({
        text: t('history.removed', { name: history.name }),
        undo: () => request('restoreHistory', { id: history.id }),
      })
  }
  async function restore(history: History): Promise<void> {
    const done = await request('restoreHistory', { id: history.id })
    notify(
      done.ok
        ? { kind: 'good', text: t('history.restored', { name: history.name }) }
        : { kind: 'bad', text: said(done.failure.message) },
    )
  }
  return (
    <Switch
      fallback={<p class="second">{t(props.isArchived ? 'history.noneRemoved' : 'history.noneInUse')}</p>}
    >
      <Match when={props.inUse}>
        {inUse => (
          <>
            <p class="second">{t('history.allText')}</p>
            <BacktestPanel histories={inUse()} file={undefined} backtest={props.backtest} />
          </>
        )}
      </Match>
      <Match when={props.shown}>
        {history => (
          <>
            <HistoryReportView
              history={history()}
              onRemove={() => void remove(history())}
              onRestore={() => void restore(history())}
            />
            <Show when={history().archivedAt === null}>
              <BacktestPanel histories={[history()]} file={history().id} backtest={props.backtest} />
            </Show>
          </>
        )}
      </Match>
    </Switch>
  )
}
