import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'

import type { ProfileEdit } from '../../../core/contract/assumptions.ts'
import type { Request } from '../../../core/contract/contract.ts'
import type { Failure, Problem } from '../../../core/contract/failure.ts'
import { request } from '../../app/client.ts'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { assumptionName } from '../forecast/assumptionWords.ts'
import type { ProfileEntryShown } from './assumptionGroups.ts'
import { draftOf, sentValue, type ValueDraft, valueOf } from './valueDraft.ts'

export type EntryFields = Pick<ProfileEdit, 'source' | 'date' | 'grade' | 'reason'>
type FormOptions = {
  readonly entry: ProfileEntryShown
  readonly market: ProfileEdit['market']
  readonly onSaved: () => void
}

/** An edit of one assumption while it is written. */
export function createEntryForm(options: FormOptions) {
  const { t, language } = useI18n()
  const { entry, market } = options
  const [draft, setDraft] = createSignal<ValueDraft>(draftOf(entry.value, entry.unit))
  const [fields, setFields] = createStore<EntryFields>({
    source: entry.source,
    date: entry.date,
    grade: entry.grade,
    reason: '',
  })
  const [failure, setFailure] = createSignal<Failure>()
  const [isSaving, setSaving] = createSignal(false)
  const value = () => valueOf(draft(), entry.unit)

  async function send(edit: ProfileEdit): Promise<void> {
    setSaving(true)
    const saved = await request('editProfileEntry', asSent(edit))
    setSaving(false)
    setFailure(saved.ok ? undefined : saved.failure)
    if (!saved.ok) return
    didUndoable({
      text: t('assumptions.saved', { name: assumptionName(entry, language()) }),
      undo: () => request('editProfileEntry', asSent(before)),
    })
    options.onSaved()
  }
  /** What was there, as an edit of its own. */
  const before: ProfileEdit = {
    market,
    entry: entry.entry,
    value: entry.edit === null ? null : entry.value,
    source: entry.source,
    date: entry.date,
    grade: entry.grade,
    reason: t('assumptions.takenBack'),
  }
  async function save(): Promise<void> {
    const missing = missingProblems({ ...fields }, value() === undefined)
    if (missing.length > 0) {
      setFailure({ code: 'bad_input', message: '', problems: missing })
      return
    }
    await send({ market, entry: entry.entry, value: value() ?? null, ...fields })
  }
  async function goBack(): Promise<void> {
    const { source, date, grade } = entry.shipped
    const reason = fields.reason.trim() === '' ? t('assumptions.backReason') : fields.reason
    await send({ market, entry: entry.entry, value: null, source, date, grade, reason })
  }
  function missingProblems({ source, date, reason }: EntryFields, isIncomplete: boolean): Problem[] {
    const checks = [
      ['value', isIncomplete, 'assumptions.needsValue'],
      ['source', source.trim() === '', 'assumptions.needsSource'],
      ['date', !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date.trim()), 'assumptions.needsDate'],
      ['reason', reason.trim() === '', 'assumptions.needsReason'],
    ] as const
    return checks.flatMap(([path, isMissing, key]) =>
      isMissing ? [{ path, expected: t(key), received: '' }] : [],
    )
  }
  return { draft, setDraft, value, fields, setFields, failure, isSaving, save, goBack }
}
export type EntryForm = ReturnType<typeof createEntryForm>

function asSent(edit: ProfileEdit): Request<'editProfileEntry'> {
  return { ...edit, value: edit.value === null ? null : sentValue(edit.value) }
}
