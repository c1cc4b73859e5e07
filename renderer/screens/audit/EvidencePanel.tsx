import { createSignal, For, Show } from 'solid-js'

import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'
import type { Evidence } from '../../../core/contract/evidence.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import { request } from '../../app/client.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { download } from '../../charts/download.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { notify } from '../../parts/toasts.tsx'
import { Fact } from '../forecast/Fact.tsx'
import { createPack } from './createPack.ts'
import { VerifyPack } from './VerifyPack.tsx'

import './evidence.css'

type Period = { readonly from: string | null; readonly to: string | null }

/** Evidence to hand over: a pack of the paid orders that run in a period, checkpoints of the log, and the check of any pack. */
export function EvidencePanel(props: Period) {
  const { t } = useI18n()
  return (
    <>
      <PackPanel from={props.from} to={props.to} />
      <VerifyPack />
      <Panel title={t('evidence.limits.title')}>
        <ul class="fc-limits small second">
          <For each={['key', 'tail', 'truth', 'lost'] as const}>
            {limit => <li>{t(`evidence.limits.${limit}`)}</li>}
          </For>
        </ul>
      </Panel>
    </>
  )
}

function PackPanel(props: Period) {
  const { t, date } = useI18n()
  const { workspace } = useWorkspace()
  const pack = createPack()
  const isReadOnly = () => workspace.data()?.readOnly === true
  const scope = () => {
    const days = {
      from: props.from === null ? '' : date(props.from),
      to: props.to === null ? '' : date(props.to),
    }
    if (props.from !== null && props.to !== null) return t('evidence.scope.between', days)
    if (props.from !== null) return t('evidence.scope.from', days)
    return props.to === null ? t('evidence.scope.all') : t('evidence.scope.to', days)
  }
  return (
    <Panel title={t('evidence.title')}>
      <p class="second small">{t('evidence.text')}</p>
      <p class="small">{scope()}</p>
      <div class="fc-evidence-actions">
        <Show
          when={pack.isBusy()}
          fallback={
            <Button
              variant="primary"
              disabled={isReadOnly()}
              onClick={() => pack.start({ from: props.from, to: props.to })}
            >
              {t('evidence.make')}
            </Button>
          }
        >
          <Progress
            label={t(pack.isFetching() ? 'evidence.fetching' : 'evidence.making')}
            fraction={pack.fraction()}
            onCancel={() => pack.cancel()}
          />
        </Show>
        <ExportCheckpoint disabled={isReadOnly()} />
      </div>
      <p class="third small">{t('evidence.checkpoint.text')}</p>
      <Show when={pack.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <div role="status">
        <Show when={pack.made()}>{made => <Made made={made()} />}</Show>
      </div>
    </Panel>
  )
}

/** By what a pack that was made is known again. */
function Made(props: { readonly made: Evidence }) {
  const { t, tc, number } = useI18n()
  return (
    <>
      <p class="fc-evidence-made">
        {tc('evidence.made', props.made.orders, { name: props.made.download.name })}
      </p>
      <dl class="fc-evidence-prints">
        <Fact name={t('evidence.fingerprint')}>
          <code>{props.made.fingerprint}</code>
        </Fact>
        <Fact name={t('evidence.key')}>
          <code>{keyFingerprint(props.made.keyId)}</code>
        </Fact>
        <Fact name={t('evidence.entries')}>
          {props.made.wholeLog
            ? number(props.made.entries)
            : t('evidence.entriesOf', { count: number(props.made.entries), size: number(props.made.size) })}
        </Fact>
      </dl>
    </>
  )
}

function ExportCheckpoint(props: { readonly disabled: boolean }) {
  const { t } = useI18n()
  const [failure, setFailure] = createSignal<Failure>()
  async function save(): Promise<void> {
    const reply = await request('exportCheckpoint', {})
    setFailure(reply.ok ? undefined : reply.failure)
    if (!reply.ok) return
    const { name, fingerprint, signed } = reply.value
    download(name, new Blob([`${JSON.stringify(signed, null, 1)}\n`], { type: 'application/json' }))
    notify({ kind: 'good', text: t('evidence.checkpoint.done', { fingerprint, name }) })
  }
  return (
    <>
      <Button disabled={props.disabled} onClick={() => void save()}>
        {t('evidence.checkpoint.export')}
      </Button>
      <Show when={failure()}>{known => <ErrorNotice failure={known()} />}</Show>
    </>
  )
}
