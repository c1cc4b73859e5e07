import { createSignal, Show } from 'solid-js'

import type { Failure } from '../../core/contract/failure.ts'
import type { DatedKind, FactValue } from '../../core/eligibility/datedFacts.ts'
import { request } from '../app/client.ts'
import { didUndoable } from '../app/undo.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { DateField } from './DateField.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { choicesOf, factName } from './factChoices.ts'
import { NumberField } from './NumberField.tsx'
import { SelectField } from './SelectField.tsx'
import { TextField } from './TextField.tsx'

type FactFormProps = {
  readonly kind: DatedKind
  readonly id: string
  readonly facts: readonly string[]
  readonly onClose: () => void
}

const hundred = 100

/** Notes what holds since a day, with where that is known from. */
export function FactForm(props: FactFormProps) {
  const i18n = useI18n()
  const { t } = i18n
  const [picked, setFact] = createSignal<string>()
  const fact = () => picked() ?? props.facts[0] ?? ''
  const [chosen, setChosen] = createSignal('0')
  const [percent, setPercent] = createSignal<number | null>(null)
  const [from, setFrom] = createSignal('')
  const [note, setNote] = createSignal('')
  const [failure, setFailure] = createSignal<Failure>()
  const choices = () => choicesOf(fact(), i18n)
  const value = (): FactValue => {
    const known = choices()
    if (known !== undefined) return known[Number(chosen())]?.value ?? null
    const typed = percent()
    return typed === null ? null : typed / hundred
  }

  async function save(): Promise<void> {
    const subject = { kind: props.kind, id: props.id }
    const entry = { fact: fact(), from: from() }
    const saved = await request('recordFact', { ...subject, ...entry, value: value(), note: note() })
    setFailure(saved.ok ? undefined : saved.failure)
    if (!saved.ok) return
    props.onClose()
    didUndoable({
      text: t('parts.facts.noted', { fact: factName(props.kind, entry.fact, i18n) }),
      undo: () => request('removeFact', { ...subject, ...entry }),
    })
  }

  return (
    <form
      class="fc-fact-form"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <SelectField
        label={t('parts.facts.fact')}
        value={fact()}
        options={props.facts.map(each => ({ value: each, label: factName(props.kind, each, i18n) }))}
        onChange={setFact}
      />
      <ValueField
        choices={choices()}
        chosen={chosen()}
        percent={percent()}
        onChoose={setChosen}
        onPercent={setPercent}
      />
      <DateField label={t('parts.facts.from')} value={from()} onChange={setFrom} />
      <TextField label={t('parts.facts.note')} value={note()} onChange={setNote} />
      <div class="fc-fact-buttons">
        <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={from() === ''}>
          {t('parts.save')}
        </Button>
      </div>
      <Show when={failure()}>{failed => <ErrorNotice failure={failed()} />}</Show>
    </form>
  )
}

function ValueField(props: {
  readonly choices: ReturnType<typeof choicesOf>
  readonly chosen: string
  readonly percent: number | null
  readonly onChoose: (place: string) => void
  readonly onPercent: (percent: number | null) => void
}) {
  const { t } = useI18n()
  return (
    <Show
      when={props.choices}
      fallback={
        <NumberField
          label={t('parts.facts.value')}
          unit="%"
          decimals={2}
          min={0}
          max={hundred}
          value={props.percent}
          onChange={props.onPercent}
        />
      }
    >
      {known => (
        <SelectField
          label={t('parts.facts.value')}
          value={props.chosen}
          options={known().map(({ label }, place) => ({ value: String(place), label }))}
          onChange={props.onChoose}
        />
      )}
    </Show>
  )
}
