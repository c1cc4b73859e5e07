import { createEffect, createSignal, Show } from 'solid-js'

import type { Tolerances as Values } from '../../../core/audit/tolerances.ts'
import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { notify } from '../../parts/toasts.tsx'
import { createAction } from '../order/createAction.ts'

/** Shares as they are typed: in per cent, without the noise of a division. */
const percentOf = (share: number) => Math.round(share * 1e6) / 1e4

/** What an audit lets pass (A14). */
export function Tolerances() {
  const { t } = useI18n()
  const { workspace } = useWorkspace()
  const query = createQuery('getTolerances', () => ({}), ['audit'])
  const [draft, setDraft] = createSignal<Partial<Record<keyof Values, number | null>>>({})
  const action = createAction()
  createEffect(() => {
    const known = query.data()
    if (known === undefined) return
    const { countShare, invalidShare, moneyMinor } = known
    setDraft({ countShare: percentOf(countShare), invalidShare: percentOf(invalidShare), moneyMinor })
  })
  const set = (name: keyof Values) => (value: number | null) => setDraft({ ...draft(), [name]: value })

  async function save(): Promise<void> {
    const { countShare = null, invalidShare = null, moneyMinor = null } = draft()
    if (countShare === null || invalidShare === null || moneyMinor === null) return
    const values = { countShare: countShare / 100, invalidShare: invalidShare / 100, moneyMinor }
    if (await action.run(request('saveTolerances', values)))
      notify({ kind: 'good', text: t('audit.tolerances.saved') })
  }
  const isComplete = () => Object.values(draft()).every(value => value !== null)
  return (
    <Panel title={t('audit.tolerances.title')}>
      <p class="second small">{t('audit.tolerances.text')}</p>
      <form
        class="fc-audit-bar"
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <NumberField
          label={t('audit.tolerances.countShare')}
          hint={t('audit.tolerances.countShareHint')}
          unit="%"
          decimals={2}
          min={0}
          max={100}
          value={draft().countShare ?? null}
          onChange={set('countShare')}
        />
        <NumberField
          label={t('audit.tolerances.invalidShare')}
          hint={t('audit.tolerances.invalidShareHint')}
          unit="%"
          decimals={2}
          min={0}
          max={100}
          value={draft().invalidShare ?? null}
          onChange={set('invalidShare')}
        />
        <NumberField
          label={t('audit.tolerances.moneyMinor')}
          hint={t('audit.tolerances.moneyMinorHint')}
          min={0}
          value={draft().moneyMinor ?? null}
          onChange={set('moneyMinor')}
        />
        <Button
          type="submit"
          disabled={!isComplete() || action.isBusy() || workspace.data()?.readOnly === true}
        >
          {t('parts.save')}
        </Button>
      </form>
      <Show when={action.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
    </Panel>
  )
}
