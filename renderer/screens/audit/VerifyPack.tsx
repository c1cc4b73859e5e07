import { createSignal, Show } from 'solid-js'

import { keyFingerprint } from '../../../core/audit/signedCheckpoint.ts'
import type { Verified } from '../../../core/contract/evidence.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { Fact } from '../forecast/Fact.tsx'
import { createVerify } from './createVerify.ts'

import '../../parts/Button.css'

type Checkpoint = { readonly name: string; readonly text: string }

const mostCheckpointBytes = 100_000

/** Checks a pack that a person chooses, with what they know beside it. */
export function VerifyPack() {
  const { t } = useI18n()
  const [checkpoint, setCheckpoint] = createSignal<Checkpoint>()
  const [keyId, setKeyId] = createSignal('')
  const verify = createVerify()
  const start = (file: File) =>
    verify.start(file, {
      checkpoint: checkpoint()?.text ?? null,
      keyId: keyId().trim() === '' ? null : keyId(),
    })
  return (
    <Panel title={t('evidence.verify.title')}>
      <p class="second small">{t('evidence.verify.text')}</p>
      <Known checkpoint={checkpoint()} onCheckpoint={setCheckpoint} keyId={keyId()} onKeyId={setKeyId} />
      <div class="fc-evidence-actions">
        <Show
          when={verify.isBusy()}
          fallback={
            <ChooseFile
              label={t('evidence.verify.choose')}
              accept=".zip,application/zip"
              onChosen={file => void start(file)}
            />
          }
        >
          <Progress
            label={t(verify.isSending() ? 'evidence.verify.sending' : 'evidence.verify.checking', {
              name: verify.name(),
            })}
            fraction={verify.fraction()}
            onCancel={() => verify.cancel()}
          />
        </Show>
      </div>
      <Show when={verify.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <div role="status">
        <Show when={verify.verdict()}>{verdict => <Verdict verdict={verdict()} />}</Show>
      </div>
    </Panel>
  )
}

/** What a person knows beside the pack: without it a pack can prove less (L22). */
function Known(props: {
  readonly checkpoint: Checkpoint | undefined
  readonly onCheckpoint: (checkpoint: Checkpoint | undefined) => void
  readonly keyId: string
  readonly onKeyId: (keyId: string) => void
}) {
  const { t, number } = useI18n()
  async function take(file: File): Promise<void> {
    if (file.size > mostCheckpointBytes)
      notify({ kind: 'bad', text: t('evidence.verify.tooBig', { bytes: number(file.size) }) })
    else props.onCheckpoint({ name: file.name, text: await file.text() })
  }
  return (
    <div class="fc-evidence-known">
      <TextField
        label={t('evidence.verify.key')}
        hint={t('evidence.verify.keyHint')}
        value={props.keyId}
        onChange={value => props.onKeyId(value)}
      />
      <Show
        when={props.checkpoint}
        fallback={
          <ChooseFile
            label={t('evidence.verify.chooseCheckpoint')}
            accept=".json,application/json"
            onChosen={file => void take(file)}
          />
        }
      >
        {known => (
          <p class="small">
            {t('evidence.verify.withCheckpoint', { name: known().name })}{' '}
            <Button variant="quiet" onClick={() => props.onCheckpoint(undefined)}>
              {t('evidence.verify.remove')}
            </Button>
          </p>
        )}
      </Show>
    </div>
  )
}

function ChooseFile(props: {
  readonly label: string
  readonly accept: string
  readonly onChosen: (file: File) => void
}) {
  return (
    <label class="fc-button fc-button-plain fc-evidence-choose">
      {props.label}
      <input
        type="file"
        class="visually-hidden"
        accept={props.accept}
        onChange={event => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) props.onChosen(file)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

/** The verifier's own words name the first bad entry; what it could not compare is said beside it. */
function Verdict(props: { readonly verdict: Verified }) {
  const { t, tc, number, said } = useI18n()
  const first = () => props.verdict.faults[0]
  return (
    <div class="fc-evidence-verdict" data-ok={props.verdict.ok}>
      <p>
        <strong>
          {t(props.verdict.ok ? 'evidence.verify.sound' : 'evidence.verify.notSound', {
            name: props.verdict.name,
          })}
        </strong>
      </p>
      <dl class="fc-evidence-prints">
        <Show when={first()}>
          {fault => (
            <Fact name={t('evidence.verify.first')}>
              <Show when={fault().entry}>
                <code>{fault().entry}</code>:{' '}
              </Show>
              {said(fault().message)}{' '}
              <Show when={props.verdict.faults.length > 1}>
                <span class="third">{tc('evidence.verify.more', props.verdict.faults.length - 1)}</span>
              </Show>
            </Fact>
          )}
        </Show>
        <Show when={props.verdict.signedBy}>
          {key => (
            <Fact name={t('evidence.key')}>
              <code>{keyFingerprint(key())}</code>
            </Fact>
          )}
        </Show>
        <Show when={props.verdict.fingerprint}>
          {fingerprint => (
            <Fact name={t('evidence.fingerprint')}>
              <code>{fingerprint()}</code>{' '}
              <span class="third">
                {t('evidence.verify.contents', {
                  orders: number(props.verdict.orders ?? 0),
                  entries: number(props.verdict.entries ?? 0),
                })}
              </span>
            </Fact>
          )}
        </Show>
      </dl>
      <Show when={!props.verdict.withKey}>
        <p class="second small">{t('evidence.limits.key')}</p>
      </Show>
      <Show when={!props.verdict.withCheckpoint}>
        <p class="second small">{t('evidence.limits.tail')}</p>
      </Show>
    </div>
  )
}
