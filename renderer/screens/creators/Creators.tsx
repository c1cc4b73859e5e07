import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { type Sort, sortAfter, sortedBy } from '../../parts/sortedBy.ts'
import { creatorColumns } from './creatorColumns.tsx'
import { CreatorDialog } from './CreatorDialog.tsx'
import { type CreatorSortKey, creatorSortKeys, creatorSortValues, isCreatorFound } from './creatorList.ts'

/** Everyone whose videos may be promoted, and whether they may promote today. */
export function Creators() {
  const i18n = useI18n()
  const { t, tc, language } = i18n
  useTitle(() => [{ label: t('app.rooms.creators') }])
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const creators = createQuery('listCreators', () => ({}), ['creators', 'videos', 'orders'])
  const [text, setText] = createSignal('')
  const [sort, setSort] = createSignal<Sort<CreatorSortKey>>({ key: 'handle', isDescending: false })
  const columns = createMemo(() => creatorColumns(i18n))
  const rows = createMemo(() => {
    const { key, isDescending } = sort()
    const found = (creators.data() ?? []).filter(creator => isCreatorFound(creator, text()))
    return sortedBy(found, creatorSortValues[key], { isDescending, language: language() })
  })
  function sortBy(wanted: string): void {
    const key = creatorSortKeys.find(each => each === wanted)
    if (key !== undefined) setSort(old => sortAfter(old, key))
  }
  const openDialog = (isOpen: boolean) => setParams({ add: isOpen ? '1' : undefined })
  const add = () => (
    <Button variant="primary" onClick={() => openDialog(true)}>
      {t('creators.add')}
    </Button>
  )
  return (
    <div class="fc-list">
      <Show when={creators.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={creators.refetch} />}
      </Show>
      <Show when={creators.data()} fallback={<Loading />}>
        {all => (
          <Show
            when={all().length > 0}
            fallback={
              <EmptyState title={t('creators.emptyTitle')} text={t('creators.emptyText')} action={add()} />
            }
          >
            <PageHeader actions={add()}>
              <SearchField label={t('creators.search')} value={text()} onChange={setText} />
            </PageHeader>
            <DataTable
              label={t('app.rooms.creators')}
              columns={columns()}
              rows={rows()}
              sort={sort()}
              onSort={sortBy}
              onOpen={creator => navigate(`/creators/${creator.id}`)}
              fallback={t('creators.noneFound')}
            />
            <footer class="fc-list-foot">
              <span>{tc('creators.count', rows().length)}</span>
            </footer>
          </Show>
        )}
      </Show>
      <CreatorDialog
        open={params['add'] !== undefined}
        onOpenChange={openDialog}
        onSaved={creator => navigate(`/creators/${creator.id}`)}
      />
    </div>
  )
}
