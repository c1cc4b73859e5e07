import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import type { Video } from '../../../core/contract/records.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchivedToggle } from '../../parts/ArchivedToggle.tsx'
import { createListView } from '../../parts/createListView.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { sortedBy } from '../../parts/sortedBy.ts'
import { videoColumns } from './videoColumns.tsx'
import { isVideoFound, type VideoSortKey, videoSortKeys, videoSortValues } from './videoList.ts'

/** Every video with its product link, and whether it can be promoted today. */
export function Videos() {
  const i18n = useI18n()
  const { t, tc, language } = i18n
  useTitle(() => [{ label: t('app.rooms.videos') }])
  const navigate = useNavigate()
  const videos = createQuery('listVideos', () => ({}), ['videos', 'products', 'creators', 'orders'])
  const list = createListView<VideoSortKey>(videoSortKeys, { key: 'posted', isDescending: true })
  const columns = createMemo(() => videoColumns(i18n))
  const isShown = ({ archivedAt }: Video) => (archivedAt !== null) === list.archived()
  const rows = createMemo(() => {
    const { key, isDescending } = list.sort()
    const found = (videos.data() ?? []).filter(video => isVideoFound(video, list.text()) && isShown(video))
    return sortedBy(found, videoSortValues[key], { isDescending, language: language() })
  })
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
              <SearchField label={t('videos.search')} value={list.text()} onChange={list.setText} />
              <ArchivedToggle value={list.archived()} onChange={list.setArchived} />
            </PageHeader>
            <DataTable
              label={t('app.rooms.videos')}
              columns={columns()}
              count={rows().length}
              rowAt={index => rows()[index]}
              sort={list.sort()}
              onSort={list.sortBy}
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
