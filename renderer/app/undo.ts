import { createSignal, onCleanup, onMount } from 'solid-js'

import type { Result } from '../../core/contract/failure.ts'
import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'

type Undoable = {
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
  setDone(all => [...all.slice(-mostRemembered), change])
  notify({
    kind: 'good',
    text: change.text,
    action: { label: t('parts.undo'), run: () => void undo(change) },
  })
}

async function undo(change: Undoable | undefined): Promise<void> {
  const { t } = useI18n()
  if (change === undefined || !done().includes(change)) return
  setDone(all => all.filter(each => each !== change))
  const result = await change.undo()
  notify(
    result.ok
      ? { kind: 'good', text: t('parts.undone', { what: change.text }) }
      : { kind: 'bad', text: result.failure.message },
  )
}

/** Listens for the key wherever no text is being typed, where it belongs to the text. */
export function useUndoKey(): void {
  const onKey = (event: KeyboardEvent) => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null
    if (!isUndo || isTyping || event.defaultPrevented) return
    const last = done().at(-1)
    if (last === undefined) return
    event.preventDefault()
    void undo(last)
  }
  onMount(() => window.addEventListener('keydown', onKey))
  onCleanup(() => window.removeEventListener('keydown', onKey))
}
