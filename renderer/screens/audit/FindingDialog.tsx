import { createSignal, For, Show } from 'solid-js'

import type { AuditedFinding } from '../../../core/contract/audit.ts'
import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { Fact } from '../forecast/Fact.tsx'
import { createAction } from '../order/createAction.ts'
import { findingWords } from './findingWords.ts'
import { ruleName } from './ruleName.ts'

import '../../parts/form.css'

/** One finding: its evidence, how to resolve it, what was decided, and the way to decide. */
export function FindingDialog(props: { readonly findingKey: string; readonly onClose: () => void }) {
  const { t } = useI18n()
  const query = createQuery('getFinding', () => ({ key: props.findingKey }), ['audit'])
  const isKnown = () => query.data() !== undefined
  // With its content from the start, so that the focus comes to the field that is to be filled.
  return (
    <Show when={isKnown()}>
      <Show
        when={query.data()}
        fallback={
          <Dialog open onOpenChange={open => open || props.onClose()} title={t('audit.finding.title')}>
            <p class="second">{t('audit.finding.gone')}</p>
          </Dialog>
        }
      >
        {found => <Known found={found()} onClose={props.onClose} />}
      </Show>
    </Show>
  )
}

function Known(props: { readonly found: AuditedFinding; readonly onClose: () => void }) {
  const { t } = useI18n()
  const [reason, setReason] = createSignal('')
  const action = createAction()
  const finding = () => props.found.finding

  async function decide(decision: 'accepted' | 'resolved' | 'reopened'): Promise<void> {
    const asked = request('decideFinding', { key: finding().key, decision, reason: reason().trim() })
    if (!(await action.run(asked))) return
    notify({ kind: 'good', text: t(`audit.finding.done.${decision}`) })
    props.onClose()
  }

  const canDecide = () => reason().trim() !== '' && !action.isBusy()
  return (
    <Dialog
      wide
      open
      keepsInput
      onOpenChange={open => open || props.onClose()}
      title={ruleName(finding().rule, t)}
      actions={
        <>
          <Show when={finding().orderId}>
            {orderId => (
              <LinkButton href={`/orders/${orderId()}?tab=${tabOf(props.found)}`}>
                {t('audit.finding.order')}
              </LinkButton>
            )}
          </Show>
          <Show
            when={props.found.state === 'open'}
            fallback={
              <Button disabled={!canDecide()} onClick={() => void decide('reopened')}>
                {t('audit.finding.reopen')}
              </Button>
            }
          >
            <Button disabled={!canDecide()} onClick={() => void decide('resolved')}>
              {t('audit.finding.resolved')}
            </Button>
            <Button variant="primary" disabled={!canDecide()} onClick={() => void decide('accepted')}>
              {t('audit.finding.accept')}
            </Button>
          </Show>
        </>
      }
    >
      <div class="fc-form">
        <Evidence found={props.found} />
        <Decisions findingKey={finding().key} />
        <TextField
          label={t('audit.finding.reason')}
          hint={t('audit.finding.reasonHint')}
          value={reason()}
          onChange={setReason}
        />
        <Show when={action.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      </div>
    </Dialog>
  )
}

/** Where the records stand that a finding is about. */
function tabOf({ finding }: AuditedFinding): string {
  if (['A11', 'A13', 'A34', 'A35', 'A36'].includes(finding.rule)) return 'money'
  if (['A16', 'A17', 'A38', 'A39'].includes(finding.rule)) return 'history'
  return finding.rule === 'A20' ? 'forecast' : 'delivery'
}

function Evidence(props: { readonly found: AuditedFinding }) {
  const i18n = useI18n()
  const { t } = i18n
  const finding = () => props.found.finding
  const words = () => findingWords(finding(), i18n)
  return (
    <>
      <p>
        <span class="fc-severity" data-severity={finding().severity}>
          {t(`audit.severity.${finding().severity}`)}
        </span>{' '}
        <strong>{finding().subject}</strong>
      </p>
      <p>{words().text}</p>
      <section>
        <h3>{t('audit.finding.evidence')}</h3>
        <dl class="fc-audit-evidence">
          <For each={words().evidence}>{({ label, value }) => <Fact name={label}>{value}</Fact>}</For>
        </dl>
        <p class="small">
          <span class="third">{t('audit.finding.calculation')}: </span>
          {words().calculation}
        </p>
      </section>
      <section>
        <h3>{t('audit.finding.resolve')}</h3>
        <p>{words().resolve}</p>
      </section>
      <section>
        <h3>{t('audit.finding.rule')}</h3>
        <p class="second small">{t(`audit.rules.${finding().rule}.about`)}</p>
        <p class="third small">
          {t('audit.finding.source')}: {t(`audit.rules.${finding().rule}.source`)}
        </p>
      </section>
    </>
  )
}

function Decisions(props: { readonly findingKey: string }) {
  const { t, moment } = useI18n()
  const query = createQuery('listDecisions', () => ({ key: props.findingKey }), ['audit'])
  return (
    <section>
      <h3>{t('audit.finding.decisions')}</h3>
      <Show
        when={(query.data() ?? []).length > 0}
        fallback={<p class="second small">{t('audit.finding.undecided')}</p>}
      >
        <ul class="fc-audit-decisions small">
          <For each={query.data()}>
            {({ decision, reason, at, who, isOutdated }) => (
              <li>
                <strong>{t(`audit.finding.done.${decision}`)}</strong> {reason}{' '}
                <span class="third">
                  {moment(at)} · {who}
                  {isOutdated ? ` · ${t('audit.finding.outdated')}` : ''}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
