import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, For, Show } from 'solid-js'

import type { DatedFact } from '../../core/contract/records.ts'
import { beginning, type DatedKind } from '../../core/eligibility/datedFacts.ts'
import { request } from '../app/client.ts'
import { createQuery } from '../app/createQuery.ts'
import { didUndoable } from '../app/undo.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { ErrorNotice } from './ErrorNotice.tsx'
import { factName, factWords } from './factChoices.ts'
import { FactForm } from './FactForm.tsx'
import { Panel } from './Panel.tsx'

import './FactHistory.css'

type FactHistoryProps = {
  readonly kind: DatedKind
  readonly id: string
  readonly title: string
  readonly facts: readonly string[]
}

const watched = ['creators', 'products', 'videos', 'workspace'] as const

/** What held of a record since when (A16): the rules of a day look at the facts of that day. */
export function FactHistory(props: FactHistoryProps) {
  const i18n = useI18n()
  const { t } = i18n
  const facts = createQuery('listFacts', () => ({ kind: props.kind, id: props.id }), watched)
  const [isAdding, setAdding] = createSignal(false)
  const latestFirst = createMemo(() =>
    (facts.data() ?? []).toSorted((a, b) => a.fact.localeCompare(b.fact) || b.from.localeCompare(a.from)),
  )
  const subject = () => ({ kind: props.kind, id: props.id })

  async function remove({ fact, from, value, note }: DatedFact): Promise<void> {
    const removed = await request('removeFact', { ...subject(), fact, from })
    if (!removed.ok) return
    didUndoable({
      text: t('parts.facts.removed', { fact: factName(props.kind, fact, i18n) }),
      undo: () => request('recordFact', { ...subject(), fact, from, value, note }),
    })
  }

  return (
    <Panel
      title={props.title}
      aside={
        <Button variant="quiet" onClick={() => setAdding(true)}>
          {t('parts.facts.add')}
        </Button>
      }
    >
      <Show when={facts.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={facts.refetch} />}
      </Show>
      <Show
        when={latestFirst().length > 0}
        fallback={
          <p class="second small">
            {t(props.kind === 'market' ? 'parts.facts.noneOfMarket' : 'parts.facts.none')}
          </p>
        }
      >
        <ul class="fc-facts-list">
          <For each={latestFirst()}>
            {fact => <FactLine kind={props.kind} fact={fact} onRemove={() => void remove(fact)} />}
          </For>
        </ul>
      </Show>
      <Show when={isAdding()}>
        <FactForm {...subject()} facts={props.facts} onClose={() => setAdding(false)} />
      </Show>
    </Panel>
  )
}

function FactLine(props: {
  readonly kind: DatedKind
  readonly fact: DatedFact
  readonly onRemove: () => void
}) {
  const i18n = useI18n()
  const { t, date, moment } = i18n
  const name = () => factName(props.kind, props.fact.fact, i18n)
  const isFirst = () => props.fact.from === beginning
  return (
    <li>
      <span class="third small">
        {isFirst() ? t('parts.facts.before') : t('parts.facts.since', { date: date(props.fact.from) })}
      </span>
      <span>
        {name()}: <strong>{factWords(props.fact.fact, props.fact.value, i18n)}</strong>
        <Show when={props.fact.note}>
          <span class="second"> · {props.fact.note}</span>
        </Show>
      </span>
      <span class="third small" title={moment(props.fact.recordedAt)}>
        {props.fact.who}
      </span>
      <Show when={!isFirst()} fallback={<span />}>
        <button
          type="button"
          class="fc-icon-button"
          aria-label={t('parts.facts.remove', { fact: name(), date: date(props.fact.from) })}
          onClick={() => props.onRemove()}
        >
          <Trash size={14} />
        </button>
      </Show>
    </li>
  )
}
