import type { Video } from '../../../core/contract/records.ts'
import { datedFacts } from '../../../core/eligibility/datedFacts.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ArchiveButton } from '../../parts/ArchiveButton.tsx'
import { FactHistory } from '../../parts/FactHistory.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'

/** What held of the video since when, and every edit of it. */
export function VideoRecords(props: { readonly video: Video }) {
  const { t } = useI18n()
  return (
    <section class="fc-video-records" aria-label={t('videos.records')}>
      <FactHistory
        kind="video"
        id={props.video.id}
        title={t('videos.factHistory')}
        facts={Object.keys(datedFacts.video)}
      />
      <RecordHistory kind="video" id={props.video.id} nameOf={field => fieldName(field, t)} />
      <div>
        <ArchiveButton
          kind="video"
          id={props.video.id}
          name={props.video.title}
          isArchived={props.video.archivedAt !== null}
        />
      </div>
    </section>
  )
}

const named = [
  'title',
  'anchorName',
  'visibility',
  'sound',
  'category',
  'postedOn',
  'anchorAuthorised',
  'sellerAuthorised',
  'adLabel',
] as const

/** A field of a video as its form calls it. */
function fieldName(field: string, t: ReturnType<typeof useI18n>['t']): string {
  if (field === 'creatorId') return t('videos.creator')
  if (field === 'productIds') return t('videos.steps.products')
  const known = named.find(name => name === field)
  return known === undefined ? field : t(`videos.${known}`)
}
