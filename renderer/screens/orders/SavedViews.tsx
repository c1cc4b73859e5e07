import Trash from 'lucide-solid/icons/trash'
import { createSignal, For, Show } from 'solid-js'

import type { OrderView, SavedView } from '../../../core/contract/orderList.ts'
import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { createAction } from '../order/createAction.ts'

/** Views that were given a name: one click looks at the orders that way again. */
export function SavedViews(props: { readonly view: OrderView; readonly onApply: (view: OrderView) => void }) {
  const { t } = useI18n()
  const views = createQuery('listViews', () => ({}), ['settings'])
  const [name, setName] = createSignal('')
  const action = createAction()
  const current = () =>
    (views.data() ?? []).find(({ view }) => JSON.stringify(view) === JSON.stringify(props.view))

  async function save(close: () => void): Promise<void> {
    const named = name().trim()
    if (named === '') return
    const same = (views.data() ?? []).find(each => each.name === named)
    const asked = request('saveView', { id: same?.id ?? null, name: named, view: props.view })
    if (!(await action.run(asked))) return
    setName('')
    close()
    notify({ kind: 'good', text: t('orders.viewSaved', { name: named }) })
  }

  async function remove(saved: SavedView): Promise<void> {
    if (!(await action.run(request('deleteView', { id: saved.id })))) return
    didUndoable({
      text: t('orders.viewDeleted', { name: saved.name }),
      undo: () => request('saveView', { id: null, name: saved.name, view: saved.view }),
    })
  }

  return (
    <Popover title={t('orders.savedViews')} label={current()?.name ?? t('orders.savedViews')}>
      {close => (
        <>
          <Show when={(views.data() ?? []).length > 0} fallback={<p class="second">{t('orders.noViews')}</p>}>
            <ul class="fc-views">
              <For each={views.data()}>
                {saved => (
                  <ViewLine
                    saved={saved}
                    isCurrent={current()?.id === saved.id}
                    onApply={() => {
                      props.onApply(saved.view)
                      close()
                    }}
                    onDelete={() => void remove(saved)}
                  />
                )}
              </For>
            </ul>
          </Show>
          <form
            class="fc-view-form"
            onSubmit={event => {
              event.preventDefault()
              void save(close)
            }}
          >
            <TextField label={t('orders.viewName')} value={name()} onChange={setName} />
            <Button type="submit" disabled={name().trim() === '' || action.isBusy()}>
              {t('orders.saveView')}
            </Button>
          </form>
          <p class="third">{t('orders.viewHint')}</p>
          <Show when={action.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
        </>
      )}
    </Popover>
  )
}

function ViewLine(props: {
  readonly saved: SavedView
  readonly isCurrent: boolean
  readonly onApply: () => void
  readonly onDelete: () => void
}) {
  const { t } = useI18n()
  return (
    <li>
      <button type="button" class="fc-view" aria-current={props.isCurrent} onClick={() => props.onApply()}>
        {props.saved.name}
      </button>
      <button
        type="button"
        class="fc-icon-button"
        aria-label={t('orders.deleteView', { name: props.saved.name })}
        onClick={() => props.onDelete()}
      >
        <Trash size={14} />
      </button>
    </li>
  )
}
