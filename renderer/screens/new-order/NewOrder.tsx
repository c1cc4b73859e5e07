import { A, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'

import { unpaidStates } from '../../../core/order/orderState.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { OrderEditorPage } from './OrderEditorPage.tsx'

type Opened = { readonly id: string | undefined; readonly videoId: string | undefined }

/** `/orders/new?video=ID` starts an order, `/orders/ID/edit` and `/orders/new?draft=ID` go on with one that is not paid. */
export function NewOrder() {
  const params = useParams<{ id?: string }>()
  const [search, setSearch] = useSearchParams<{ video?: string; draft?: string }>()
  /** The draft that this page made itself: its address changes, what is typed stays. */
  let made: string | undefined
  const opened = createMemo((before: Opened | undefined): Opened => {
    const id = params.id ?? search.draft
    if (before !== undefined && id !== undefined && id === made) return before
    made = undefined
    return { id, videoId: search.video }
  })
  function keepAddress(id: string): void {
    made = id
    setSearch({ draft: id, video: undefined }, { replace: true, scroll: false })
  }
  return (
    <Show when={opened()} keyed>
      {order => <Opening id={order.id} videoId={order.videoId} onCreated={keepAddress} />}
    </Show>
  )
}

function Opening(props: {
  readonly id: string | undefined
  readonly videoId: string | undefined
  readonly onCreated: (id: string) => void
}) {
  const { t } = useI18n()
  const { workspace } = useWorkspace()
  const videos = createQuery('listVideos', () => ({}), ['creators', 'products', 'videos'])
  const stored = createQuery('getOrder', () => (props.id === undefined ? undefined : { id: props.id }))
  const failure = () => stored.failure() ?? videos.failure() ?? workspace.failure()
  const isReady = () => videos.data() !== undefined && workspace.data() !== undefined
  const isPaid = () => {
    const state = stored.data()?.row.state
    return state !== undefined && !unpaidStates.includes(state)
  }
  return (
    <Switch fallback={<Loading />}>
      <Match
        when={!isReady() || (props.id !== undefined && stored.data() === undefined) ? failure() : undefined}
      >
        {failed => <ErrorNotice failure={failed()} onRetry={videos.refetch} />}
      </Match>
      <Match when={isPaid()}>
        <EmptyState
          title={t('newOrder.editTitle')}
          text={t('newOrder.noDraft')}
          action={<A href={`/orders/${props.id ?? ''}`}>{t('newOrder.openOrder')}</A>}
        />
      </Match>
      <Match when={isReady() && videos.data()?.length === 0}>
        <EmptyState
          title={t('newOrder.video.none')}
          text={t('newOrder.video.noneText')}
          action={
            <A class="fc-button fc-button-primary" href="/videos/new">
              {t('newOrder.video.add')}
            </A>
          }
        />
      </Match>
      <Match when={isReady() && (props.id === undefined || stored.data() !== undefined)}>
        <OrderEditorPage
          stored={stored.data()}
          videoId={props.videoId}
          videos={videos.data() ?? []}
          markets={workspace.data()?.markets ?? []}
          isReadOnly={workspace.data()?.readOnly ?? false}
          onCreated={props.onCreated}
        />
      </Match>
    </Switch>
  )
}
