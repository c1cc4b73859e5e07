import { useParams } from '@solidjs/router'
import { createMemo, createSignal, Show } from 'solid-js'

import type { Creator, Video } from '../../../core/contract/records.ts'
import { datedFacts } from '../../../core/eligibility/datedFacts.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchiveButton } from '../../parts/ArchiveButton.tsx'
import { Button } from '../../parts/Button.tsx'
import { FactHistory } from '../../parts/FactHistory.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { MergePanel } from '../../parts/MergePanel.tsx'
import { MissingRecord } from '../../parts/MissingRecord.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { RuleChecklist } from '../../parts/RuleChecklist.tsx'
import { VerdictHeadline } from '../../parts/VerdictHeadline.tsx'
import { CreatorDialog } from './CreatorDialog.tsx'
import { yearsBetween } from './creatorList.ts'
import { CreatorVideos } from './CreatorVideos.tsx'

import './CreatorPage.css'

/** One creator: may they promote and why, and what they posted. */
export function CreatorPage() {
  const { t } = useI18n()
  const params = useParams<{ id: string }>()
  const creator = createQuery('getCreator', () => ({ id: params.id }), ['creators', 'videos', 'orders'])
  const videos = createQuery('listVideos', () => ({}), ['videos', 'products', 'creators', 'orders'])
  const all = createQuery('listCreators', () => ({}), ['creators'])
  const own = createMemo(() =>
    (videos.data() ?? []).filter(video => video.creatorId === params.id && video.archivedAt === null),
  )
  useTitle(() => [
    { label: t('app.rooms.creators'), href: '/creators' },
    { label: creator.data()?.handle ?? (creator.failure() ? t('creators.notFound') : '…') },
  ])
  return (
    <Show
      when={creator.data()}
      fallback={
        <Show when={creator.failure()} fallback={<Loading />}>
          {failure => (
            <MissingRecord
              failure={failure()}
              title={t('creators.notFound')}
              href="/creators"
              label={t('app.rooms.creators')}
              onRetry={creator.refetch}
            />
          )}
        </Show>
      }
    >
      {known => (
        <KnownCreator creator={known()} videos={own()} all={all.data() ?? []} onSaved={creator.put} />
      )}
    </Show>
  )
}

function KnownCreator(props: {
  readonly creator: Creator
  readonly videos: readonly Video[]
  readonly all: readonly Creator[]
  readonly onSaved: (creator: Creator) => void
}) {
  const { t, date } = useI18n()
  const [isEditing, setEditing] = createSignal(false)
  const promotable = () => props.videos.find(video => video.verdict?.allowed)
  const age = () => yearsBetween(props.creator.birthDate, props.creator.verdict.date)
  return (
    <>
      <PageHeader
        actions={
          <>
            <ArchiveButton
              kind="creator"
              id={props.creator.id}
              name={props.creator.handle}
              isArchived={props.creator.archivedAt !== null}
            />
            <Button onClick={() => setEditing(true)}>{t('parts.edit')}</Button>
            <LinkButton href={`/videos/new?creator=${props.creator.id}`}>{t('creators.addVideo')}</LinkButton>
            <Show when={promotable()}>
              {video => (
                <LinkButton href={`/orders/new?video=${video().id}`} variant="primary" shortcut="N">
                  {t('creators.newOrder')}
                </LinkButton>
              )}
            </Show>
          </>
        }
      >
        <strong>{props.creator.displayName}</strong>
        <Show when={props.creator.archivedAt !== null}>
          <span class="warning small">{t('parts.isArchived')}</span>
        </Show>
        <span class="second small">
          {t(`words.market.${props.creator.market}`)} · {t(`words.accountType.${props.creator.accountType}`)}{' '}
          · {t('creators.born', { date: date(props.creator.birthDate), age: age() })}
        </span>
      </PageHeader>
      <div class="fc-creator">
        <CreatorVideos creatorId={props.creator.id} videos={props.videos} />
        <Panel title={t('creators.eligibility')} aside={<VerdictHeadline verdict={props.creator.verdict} />}>
          <RuleChecklist verdict={props.creator.verdict} />
        </Panel>
        <FactHistory
          kind="creator"
          id={props.creator.id}
          title={t('creators.factHistory')}
          facts={Object.keys(datedFacts.creator)}
        />
        <MergePanel kind="creator" record={named(props.creator)} all={props.all.map(named)} />
        <RecordHistory kind="creator" id={props.creator.id} nameOf={field => fieldName(field, t)} />
      </div>
      <CreatorDialog
        open={isEditing()}
        onOpenChange={setEditing}
        creator={props.creator}
        onSaved={props.onSaved}
      />
    </>
  )
}

/** As a merge names it. */
function named({ id, handle, market, mergedInto }: Creator) {
  return { id, name: handle, market, mergedInto }
}

const fieldNames = [
  'handle',
  'displayName',
  'market',
  'accountType',
  'birthDate',
  'anchorAccess',
  'termsAccepted',
  'political',
  'barred',
] as const

/** A field of a creator as its form calls it. */
function fieldName(field: string, t: ReturnType<typeof useI18n>['t']): string {
  const known = fieldNames.find(name => name === field)
  return known === undefined ? field : t(`creators.${known}`)
}
