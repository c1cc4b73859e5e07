import { createSignal, For, Show } from 'solid-js'

import { request } from '../app/client.ts'
import { didUndoable } from '../app/undo.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'
import { ComboboxField } from './ComboboxField.tsx'
import { Panel } from './Panel.tsx'
import { notify } from './toasts.tsx'

import './FactHistory.css'

type Named = {
  readonly id: string
  readonly name: string
  readonly market: string
  readonly mergedInto: string | null
}

type MergeProps = {
  readonly kind: 'creator' | 'product'
  readonly record: Named
  readonly all: readonly Named[]
}

/** Two records that are one are shown as one; what was merged can be taken apart again at any time. */
export function MergePanel(props: MergeProps) {
  const { t, said } = useI18n()
  const [chosen, setChosen] = createSignal('')
  const merged = () => props.all.filter(({ mergedInto }) => mergedInto === props.record.id)
  const target = () => props.all.find(({ id }) => id === props.record.mergedInto)
  const others = () =>
    props.all.filter(
      ({ id, market, mergedInto }) =>
        id !== props.record.id && market === props.record.market && mergedInto === null,
    )

  async function merge(id: string, into: string | null, text: string): Promise<void> {
    const before = into === null ? props.all.find(each => each.id === id)?.mergedInto : null
    const done = await request('mergeRecords', { kind: props.kind, id, into })
    if (!done.ok) {
      notify({ kind: 'bad', text: said(done.failure.message) })
      return
    }
    setChosen('')
    didUndoable({
      text,
      undo: () => request('mergeRecords', { kind: props.kind, id, into: before ?? null }),
    })
  }

  return (
    <Panel title={t('parts.merge.title')}>
      <Show when={target()}>
        {found => (
          <p class="fc-merge-line">
            {t('parts.merge.isPartOf', { name: found().name })}{' '}
            <Apart name={props.record.name} onApart={text => void merge(props.record.id, null, text)} />
          </p>
        )}
      </Show>
      <For each={merged()}>
        {each => (
          <p class="fc-merge-line">
            {t('parts.merge.includes', { name: each.name })}{' '}
            <Apart name={each.name} onApart={text => void merge(each.id, null, text)} />
          </p>
        )}
      </For>
      <Show when={props.record.mergedInto === null && merged().length === 0 && others().length > 0}>
        <p class="second small">{t('parts.merge.text')}</p>
        <div class="fc-merge-form">
          <ComboboxField
            label={t('parts.merge.into')}
            value={chosen()}
            placeholder={t('parts.choose')}
            options={others().map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
          <Button
            disabled={chosen() === ''}
            onClick={() => {
              const name = others().find(({ id }) => id === chosen())?.name ?? ''
              void merge(
                props.record.id,
                chosen(),
                t('parts.merge.done', { name: props.record.name, into: name }),
              )
            }}
          >
            {t('parts.merge.merge')}
          </Button>
        </div>
      </Show>
    </Panel>
  )
}

function Apart(props: { readonly name: string; readonly onApart: (text: string) => void }) {
  const { t } = useI18n()
  return (
    <Button variant="quiet" onClick={() => props.onApart(t('parts.merge.apartDone', { name: props.name }))}>
      {t('parts.merge.apart')}
    </Button>
  )
}
