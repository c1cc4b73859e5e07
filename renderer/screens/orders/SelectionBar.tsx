import { Show } from 'solid-js'

import { request } from '../../app/client.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { notify } from '../../parts/toasts.tsx'
import type { Selection } from './createSelection.ts'

type BarProps = {
  readonly selection: Selection
  readonly total: number
  readonly archived: boolean
  readonly onEdit: () => void
}

/** What can be done with the chosen orders, in the place of the totals. */
export function SelectionBar(props: BarProps) {
  const { t, tc, number, said } = useI18n()

  async function archive(): Promise<void> {
    const archived = !props.archived
    const result = await request('archiveOrders', { selection: props.selection.selection(), archived })
    if (!result.ok) {
      notify({ kind: 'bad', text: said(result.failure.message) })
      return
    }
    const { ids, refused } = result.value
    props.selection.clear()
    if (refused > 0) notify({ kind: 'bad', text: tc('orders.archiveRefused', refused) })
    if (ids.length === 0) return
    didUndoable({
      text: tc(archived ? 'orders.archivedDone' : 'orders.unarchivedDone', ids.length),
      undo: () => request('archiveOrders', { selection: { kind: 'ids', ids }, archived: !archived }),
    })
  }

  return (
    <footer class="fc-list-foot fc-selection" aria-label={t('orders.selection')}>
      <strong aria-live="polite">{tc('orders.chosen', props.selection.count())}</strong>
      <Show when={!props.archived}>
        <Button variant="primary" onClick={() => props.onEdit()}>
          {t('orders.edit')}
        </Button>
      </Show>
      <Button onClick={() => void archive()}>
        {t(props.archived ? 'orders.unarchive' : 'orders.archive')}
      </Button>
      <Show when={!props.selection.isAll()}>
        <Button variant="quiet" onClick={props.selection.toggleAll}>
          {t('orders.chooseAllOf', { count: number(props.total) })}
        </Button>
      </Show>
      <Button variant="quiet" onClick={props.selection.clear}>
        {t('orders.clearChoice')}
      </Button>
    </footer>
  )
}
