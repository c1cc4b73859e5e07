import type { Request } from '../../core/contract/contract.ts'
import { request } from '../app/client.ts'
import { didUndoable } from '../app/undo.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { notify } from './toasts.tsx'

/** Puts a record away or takes it out again: nothing is deleted, and one Undo takes it back. */
export function ArchiveButton(props: {
  readonly kind: Request<'archiveRecords'>['kind']
  readonly id: string
  readonly name: string
  readonly isArchived: boolean
}) {
  const { t, said } = useI18n()
  async function toggle(): Promise<void> {
    const asked = { kind: props.kind, ids: [props.id] }
    const archived = !props.isArchived
    const text = t(archived ? 'parts.archived' : 'parts.unarchived', { name: props.name })
    const done = await request('archiveRecords', { ...asked, archived })
    if (!done.ok) notify({ kind: 'bad', text: said(done.failure.message) })
    else didUndoable({ text, undo: () => request('archiveRecords', { ...asked, archived: !archived }) })
  }
  return (
    <Button variant="quiet" onClick={() => void toggle()}>
      {t(props.isArchived ? 'parts.unarchive' : 'parts.archive')}
    </Button>
  )
}
