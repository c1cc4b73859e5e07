import { createSignal } from 'solid-js'

import type { Result } from '../../core/contract/failure.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'

export type Undoable = {
  /** What was done, in words. */
  readonly text: string
  /** Puts back what was before, as an edit of its own: history keeps both. */
  readonly undo: () => Promise<Result<unknown>>
}

const mostRemembered = 50
const [done, setDone] = createSignal<readonly Undoable[]>([])

/** Says what was done, with an Undo beside it; Ctrl or Cmd and Z does the same to the last of them. */
export function didUndoable(change: Undoable): void {
  const { t } = useI18n()
  rememberUndoable(change)
  notify({
    kind: 'good',
    text: change.text,
    action: { label: t('parts.undo'), run: () => void undo(change) },
  })
}

/** The same without a word: for what is stored while it is typed, which has an Undo of its own on its page. */
export function rememberUndoable(change: Undoable): void {
  setDone(all => [...all.slice(-mostRemembered), change])
}

/** Whether a change can still be taken back, or was already. */
export function canUndo(change: Undoable): boolean {
  return done().includes(change)
}

/** The change that Ctrl or Cmd and Z would take back. */
export function lastUndoable(): Undoable | undefined {
  return done().at(-1)
}

export async function undo(change: Undoable | undefined): Promise<void> {
  const { t, said } = useI18n()
  if (change === undefined || !done().includes(change)) return
  setDone(all => all.filter(each => each !== change))
  const result = await change.undo()
  notify(
    result.ok
      ? { kind: 'good', text: t('parts.undone', { what: change.text }) }
      : { kind: 'bad', text: said(result.failure.message) },
  )
}
