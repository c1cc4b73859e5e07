import { useNavigate } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { type Sort, sortAfter, sortedBy } from '../../parts/sortedBy.ts'
import { videoColumns } from './videoColumns.tsx'
import { isVideoFound, type VideoSortKey, videoSortKeys, videoSortValues } from './videoList.ts'

/** Every video with its product link, and whether it can be promoted today. */
export function Videos() {
  const i18n = useI18n()
  const { t, tc, language } = i18n
  useTitle(() => [{ label: t('app.rooms.videos') }])
  const navigate = useNavigate()
  const videos = createQuery('listVideos', () => ({}), ['videos', 'products', 'creators', 'orders'])
  const [text, setText] = createSignal('')
  const [sort, setSort] = createSignal<Sort<VideoSortKey>>({ key: 'posted', isDescending: true })
  const columns = createMemo(() => videoColumns(i18n))
  const rows = createMemo(() => {
    const { key, isDescending } = sort()
    const found = (videos.data() ?? []).filter(video => isVideoFound(video, text()))
    return sortedBy(found, videoSortValues[key], { isDescending, language: language() })
  })
  function sortBy(wanted: string): void {
    const key = videoSortKeys.find(each => each === wanted)
    if (key !== undefined) setSort(old => sortAfter(old, key))
  }
  const add = () => (
    <LinkButton href="/videos/new" variant="primary">
      {t('videos.add')}
    </LinkButton>
  )
  return (
    <div class="fc-list">
      <Show when={videos.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={videos.refetch} />}
      </Show>
      <Show when={videos.data()} fallback={<Loading />}>
        {all => (
          <Show
            when={all().length > 0}
            fallback={
              <EmptyState title={t('videos.emptyTitle')} text={t('videos.emptyText')} action={add()} />
            }
          >
            <PageHeader actions={add()}>
              <SearchField label={t('videos.search')} value={text()} onChange={setText} />
            </PageHeader>
            <DataTable
              label={t('app.rooms.videos')}
              columns={columns()}
              rows={rows()}
              sort={sort()}
              onSort={sortBy}
              onOpen={video => navigate(`/videos/${video.id}`)}
              fallback={t('videos.noneFound')}
            />
            <footer class="fc-list-foot">
              <span>{tc('videos.count', rows().length)}</span>
            </footer>
          </Show>
        )}
      </Show>
    </div>
  )
}
