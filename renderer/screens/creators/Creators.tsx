import { useNavigate, useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import type { Creator } from '../../../core/contract/records.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchivedToggle } from '../../parts/ArchivedToggle.tsx'
import { Button } from '../../parts/Button.tsx'
import { createListView } from '../../parts/createListView.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { sortedBy } from '../../parts/sortedBy.ts'
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
  const list = createListView<CreatorSortKey>(creatorSortKeys, { key: 'handle', isDescending: false })
  const columns = createMemo(() => creatorColumns(i18n))
  const rows = createMemo(() => {
    const { key, isDescending } = list.sort()
    const found = (creators.data() ?? []).filter(
      creator => isCreatorFound(creator, list.text()) && isListed(creator, list.archived()),
    )
    return sortedBy(found, creatorSortValues[key], { isDescending, language: language() })
  })
  // Closing takes the address back instead of adding one: Back does not open the dialog again.
  const openDialog = (isOpen: boolean) => setParams({ add: isOpen ? '1' : undefined }, { replace: !isOpen })
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
              <SearchField label={t('creators.search')} value={list.text()} onChange={list.setText} />
              <ArchivedToggle value={list.archived()} onChange={list.setArchived} />
            </PageHeader>
            <DataTable
              label={t('app.rooms.creators')}
              columns={columns()}
              count={rows().length}
              rowAt={index => rows()[index]}
              sort={list.sort()}
              onSort={list.sortBy}
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

/** Those put away, or those in use; a merged one is shown as the one it turned out to be. */
function isListed({ archivedAt, mergedInto }: Creator, archived: boolean): boolean {
  return (archivedAt !== null) === archived && mergedInto === null
}
