import { createSignal, onCleanup, onMount, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { Video } from '../../../core/contract/records.ts'
import type { Workspace } from '../../../core/contract/workspace.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { AudienceStep } from './AudienceStep.tsx'
import { BudgetStep } from './BudgetStep.tsx'
import { createOrderEditor, type OrderEditor } from './createOrderEditor.ts'
import { GoalStep } from './GoalStep.tsx'
import { LiveForecast } from './LiveForecast.tsx'
import { OrderActions } from './OrderActions.tsx'
import { PayDialog } from './PayDialog.tsx'
import { VideoStep } from './VideoStep.tsx'

import './newOrder.css'

type EditorPageProps = {
  /** The order to go on with; undefined starts one. */
  readonly stored: Order | undefined
  readonly videoId: string | undefined
  readonly videos: readonly Video[]
  readonly markets: Workspace['markets']
  readonly isReadOnly: boolean
  readonly onCreated: (id: string) => void
}

/** One page, four numbered sections, and the live forecast beside them. */
export function OrderEditorPage(props: EditorPageProps) {
  const { t } = useI18n()
  const [isPaying, setPaying] = createSignal(false)
  // The page is made anew for another order.
  const editor = createOrderEditor({
    opened: () => ({ stored: props.stored, videoId: props.videoId }),
    videos: () => props.videos,
    markets: () => props.markets,
    onCreated: id => props.onCreated(id),
  })
  const mayPay = () => editor.canPay() && !props.isReadOnly

  useTitle(
    () => [
      { label: t('newOrder.orders'), href: '/orders' },
      { label: props.stored === undefined ? t('newOrder.title') : t('newOrder.editTitle') },
    ],
    () => savedWords(editor, props.isReadOnly),
  )
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isPaying() || !mayPay()) return
      event.preventDefault()
      setPaying(true)
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })

  return (
    <div class="fc-order">
      <div class="fc-order-form">
        <VideoStep editor={editor} videos={props.videos} />
        <GoalStep editor={editor} />
        <AudienceStep editor={editor} />
        <Show when={editor.market()}>
          {market => (
            <>
              <BudgetStep editor={editor} market={market()} />
              <OrderActions
                editor={editor}
                market={market()}
                mayPay={mayPay()}
                onPay={() => setPaying(true)}
              />
            </>
          )}
        </Show>
      </div>
      <LiveForecast editor={editor} />
      <PayDialog editor={editor} open={isPaying()} onOpenChange={setPaying} />
    </div>
  )
}

/** What the header says about the draft. */
function savedWords(editor: OrderEditor, isReadOnly: boolean): string {
  const { t, time, said } = useI18n()
  const state = editor.saver.state()
  if (isReadOnly) return t('newOrder.readOnly')
  if (state.kind === 'saved') return t('newOrder.saved', { time: time(state.atMs) })
  if (state.kind === 'failed') return t('newOrder.notSaved', { reason: said(state.failure.message) })
  return state.kind === 'waiting' ? t('newOrder.saving') : ''
}
