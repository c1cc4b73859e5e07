import { createMemo, createSignal, Show } from 'solid-js'

import { orderDigest } from '../../../core/audit/orderDigest.ts'
import type { Reply } from '../../../core/contract/contract.ts'
import type { Failure } from '../../../core/contract/failure.ts'
import type { Order } from '../../../core/contract/orders.ts'
import { request } from '../../app/client.ts'
import { bytesOfBase64 } from '../../app/fetchDownload.ts'
import { download } from '../../charts/download.ts'
import { type Language, useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { notify } from '../../parts/toasts.tsx'
import { Fact } from '../forecast/Fact.tsx'

import './documents.css'

/** The order's confirmation as PDF, with the digests that are printed on it and that a pack shows too (L22). */
export function OrderDocuments(props: { readonly order: Order }) {
  const { t, language } = useI18n()
  const [chosen, setChosen] = createSignal<Language>()
  const [isMaking, setMaking] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure>()
  const [made, setMade] = createSignal<Reply<'makeConfirmation'>>()
  const written = () => chosen() ?? language()
  async function make(): Promise<void> {
    setMaking(true)
    setFailure(undefined)
    const reply = await request('makeConfirmation', { id: props.order.row.id, language: written() })
    setMaking(false)
    if (!reply.ok) {
      setFailure(reply.failure)
      return
    }
    setMade(reply.value)
    download(reply.value.name, new Blob([bytesOfBase64(reply.value.pdf)], { type: 'application/pdf' }))
    notify({ kind: 'good', text: t('evidence.documents.saved', { name: reply.value.name }) })
  }
  return (
    <Panel title={t('evidence.documents.title')}>
      <p class="second small">{t('evidence.documents.text')}</p>
      <div class="fc-documents-make">
        <Segmented
          label={t('evidence.documents.language')}
          value={written()}
          options={(['en', 'id'] as const).map(value => ({ value, label: t(`evidence.documents.${value}`) }))}
          onChange={setChosen}
        />
        <Button variant="primary" disabled={isMaking()} onClick={() => void make()}>
          {t(isMaking() ? 'evidence.documents.making' : 'evidence.documents.make')}
        </Button>
      </div>
      <Show when={failure()}>{known => <ErrorNotice failure={known()} />}</Show>
      <Prints order={props.order} made={made()} />
    </Panel>
  )
}

function Prints(props: { readonly order: Order; readonly made: Reply<'makeConfirmation'> | undefined }) {
  const { t, number } = useI18n()
  const digest = createMemo(() => orderDigest(props.order))
  /** What was made of the order as it is; a later change has another one. */
  const current = () => (props.made?.orderDigest === digest() ? props.made : undefined)
  return (
    <>
      <dl class="fc-facts fc-prints">
        <Fact name={t('evidence.documents.order')}>
          <code>{digest()}</code>
        </Fact>
        <Fact name={t('evidence.documents.forecast')}>
          <code>{props.order.forecast?.digest ?? t('evidence.documents.noForecast')}</code>
        </Fact>
        <Fact name={t('evidence.documents.checkpoint')}>
          <Show when={current()} fallback={<span class="third">{t('evidence.documents.later')}</span>}>
            {known => (
              <code>
                {t('evidence.documents.checkpointText', {
                  fingerprint: known().fingerprint,
                  count: number(known().size),
                })}
              </code>
            )}
          </Show>
        </Fact>
      </dl>
      <p class="third small">{t('evidence.documents.prove')}</p>
    </>
  )
}
