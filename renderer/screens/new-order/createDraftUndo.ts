import { createSignal, onCleanup } from 'solid-js'

import type { Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { canUndo, rememberUndoable, undo, type Undoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'

/**
 * Steps back through what a page has stored of a draft. `show` puts an older draft into the open page and stores it; once
 * the page is left, it is stored directly.
 */
export function createDraftUndo(show: (draft: OrderDraft) => Promise<Result<unknown>>) {
  const { t } = useI18n()
  const [steps, setSteps] = createSignal<readonly Undoable[]>([])
  let isOpen = true
  let isGoingBack = false
  onCleanup(() => {
    isOpen = false
  })
  const last = () => steps().findLast(canUndo)

  async function goBack(id: string, before: OrderDraft): Promise<Result<unknown>> {
    if (!isOpen) return request('saveDraft', { id, draft: before })
    isGoingBack = true
    const result = await show(before)
    isGoingBack = false
    return result
  }

  return {
    /** Remembers what a draft was, unless it is the one that was gone back to. */
    remember(id: string, before: OrderDraft): void {
      if (isGoingBack) return
      const step = { text: t('newOrder.edited'), undo: () => goBack(id, before) }
      rememberUndoable(step)
      setSteps(all => [...all, step])
    },
    canUndo: () => last() !== undefined,
    undo: () => void undo(last()),
  } as const
}
