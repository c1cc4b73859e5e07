import { Show } from 'solid-js'

import type { ProfileEdit } from '../../../core/contract/assumptions.ts'
import type { Currency } from '../../../core/money/money.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { focusFirstInvalid } from '../../parts/focusFirstInvalid.ts'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { assumptionName } from '../forecast/assumptionWords.ts'
import type { ProfileEntryShown } from './assumptionGroups.ts'
import { createEntryForm, type EntryForm } from './createEntryForm.ts'
import { EffectPreview } from './EffectPreview.tsx'
import { grades } from './Grades.tsx'
import { problemOf } from './problemOf.ts'
import { sourceDate } from './sourceDate.ts'
import { ValueFields } from './ValueFields.tsx'
import { ValueShown } from './ValueShown.tsx'

import '../../parts/form.css'

/** Changes one assumption: its value, where that comes from and why; and what it would do to an order, before saving. */
export function EntryDialog(props: {
  readonly entry: ProfileEntryShown
  readonly market: ProfileEdit['market']
  readonly currency: Currency
  readonly onClose: () => void
}) {
  const { t, language } = useI18n()
  let element: HTMLFormElement | undefined
  // One dialog is about one entry: another entry makes another dialog.
  // oxlint-disable-next-line solid/reactivity
  const { entry, market } = props
  const form = createEntryForm({ entry, market, onSaved: () => props.onClose() })
  const isEdited = () => props.entry.edit !== null
  async function save(): Promise<void> {
    await form.save()
    focusFirstInvalid(element)
  }
  return (
    <Dialog
      wide
      open
      keepsInput
      onOpenChange={open => open || props.onClose()}
      title={assumptionName(props.entry, language())}
      actions={
        <>
          <Show when={isEdited()}>
            <Button variant="quiet" disabled={form.isSaving()} onClick={() => void form.goBack()}>
              {t('assumptions.backToShipped')}
            </Button>
          </Show>
          <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
          <Button variant="primary" disabled={form.isSaving()} onClick={() => element?.requestSubmit()}>
            {t('parts.save')}
          </Button>
        </>
      }
    >
      <div class="fc-entry">
        <form
          ref={found => (element = found)}
          class="fc-form"
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          <Shipped entry={props.entry} currency={props.currency} />
          <ValueFields
            entry={props.entry}
            currency={props.currency}
            draft={form.draft()}
            error={problemOf(form.failure(), 'value')}
            onChange={form.setDraft}
          />
          <Provenance form={form} />
          <Show when={(form.failure()?.problems ?? []).length === 0 ? form.failure() : undefined}>
            {failure => <ErrorNotice failure={failure()} />}
          </Show>
          {/* Enter in a field saves, which needs a submit button inside the form. */}
          <button type="submit" hidden tabindex="-1" aria-hidden="true" />
        </form>
        <EffectPreview entry={props.entry} market={props.market} value={form.value()} />
      </div>
    </Dialog>
  )
}

function Shipped(props: { readonly entry: ProfileEntryShown; readonly currency: string }) {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <p class="second small">
      {t('assumptions.shippedWith')}{' '}
      <ValueShown value={props.entry.shipped.value} unit={props.entry.unit} currency={props.currency} />
      {' · '}
      <span lang="en">{props.entry.shipped.source}</span>
      {` · ${sourceDate(props.entry.shipped.date, i18n)} · ${props.entry.shipped.grade}`}
    </p>
  )
}

function Provenance(props: { readonly form: EntryForm }) {
  const { t } = useI18n()
  return (
    <>
      <TextField
        label={t('assumptions.column.source')}
        value={props.form.fields.source}
        error={problemOf(props.form.failure(), 'source')}
        onChange={source => props.form.setFields({ source })}
      />
      <div class="fc-form-pair">
        <TextField
          label={t('assumptions.date')}
          hint={t('assumptions.dateHint')}
          value={props.form.fields.date}
          error={problemOf(props.form.failure(), 'date')}
          onChange={date => props.form.setFields({ date })}
        />
        <SelectField
          label={t('assumptions.column.grade')}
          value={props.form.fields.grade}
          options={grades.map(value => ({ value, label: `${value} · ${t(`assumptions.grades.${value}`)}` }))}
          error={problemOf(props.form.failure(), 'grade')}
          onChange={grade => props.form.setFields({ grade })}
        />
      </div>
      <TextField
        multiline
        label={t('assumptions.reason')}
        value={props.form.fields.reason}
        error={problemOf(props.form.failure(), 'reason')}
        onChange={reason => props.form.setFields({ reason })}
      />
    </>
  )
}
