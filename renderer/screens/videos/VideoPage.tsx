import { useParams, useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { MissingRecord } from '../../parts/MissingRecord.tsx'
import { VideoEditor } from './VideoEditor.tsx'
import { VideoRecords } from './VideoRecords.tsx'

/** A video, new or known: the manual's four steps on one page, and whether it can be promoted. */
export function VideoPage() {
  const { t } = useI18n()
  const params = useParams<{ id?: string }>()
  const [search] = useSearchParams<{ creator?: string }>()
  const video = createQuery('getVideo', () => (params.id === undefined ? undefined : { id: params.id }), [
    'videos',
    'products',
    'creators',
    'orders',
  ])
  const creators = createQuery('listCreators', () => ({}), ['creators'])
  const products = createQuery('listProducts', () => ({}), ['products'])
  const known = () => (params.id === undefined ? undefined : video.data())
  useTitle(() => [
    { label: t('app.rooms.videos'), href: '/videos' },
    {
      label:
        params.id === undefined
          ? t('videos.add')
          : (known()?.title ?? (video.failure() ? t('videos.notFound') : '…')),
    },
  ])
  const isReady = () =>
    creators.data() !== undefined &&
    products.data() !== undefined &&
    (params.id === undefined || known()?.id === params.id)
  return (
    <Show when={!video.failure()} fallback={<NoVideo failure={video.failure()} onRetry={video.refetch} />}>
      <Show when={isReady()} fallback={<Loading />}>
        <Show
          when={creators.data()?.length}
          fallback={
            <EmptyState
              title={t('videos.emptyTitle')}
              text={t('videos.needsCreator')}
              action={
                <LinkButton href="/creators?add=1" variant="primary">
                  {t('creators.add')}
                </LinkButton>
              }
            />
          }
        >
          {/* Another video is another form: what was typed for one is never saved as the other. */}
          <Show when={params.id ?? 'new'} keyed>
            {id => (
              <>
                <VideoEditor
                  video={id === 'new' ? undefined : known()}
                  creators={(creators.data() ?? []).filter(
                    each => isInUse(each) || each.id === known()?.creatorId,
                  )}
                  products={(products.data() ?? []).filter(
                    each => isInUse(each) || known()?.productIds.includes(each.id),
                  )}
                  creatorId={search.creator ?? ''}
                />
                <Show when={id === 'new' ? undefined : known()}>
                  {video => <VideoRecords video={video()} />}
                </Show>
              </>
            )}
          </Show>
        </Show>
      </Show>
    </Show>
  )
}

type Kept = { readonly archivedAt: number | null; readonly mergedInto: string | null }

/** Neither put away nor merged into another. */
function isInUse({ archivedAt, mergedInto }: Kept): boolean {
  return archivedAt === null && mergedInto === null
}

function NoVideo(props: {
  readonly failure: ReturnType<ReturnType<typeof createQuery>['failure']>
  readonly onRetry: () => void
}) {
  const { t } = useI18n()
  return (
    <Show when={props.failure}>
      {failure => (
        <MissingRecord
          failure={failure()}
          title={t('videos.notFound')}
          href="/videos"
          label={t('app.rooms.videos')}
          onRetry={props.onRetry}
        />
      )}
    </Show>
  )
}
