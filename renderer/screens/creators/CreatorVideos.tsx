import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import type { Video } from '../../../core/contract/records.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PromotableCell } from '../../parts/PromotableCell.tsx'

/** The videos of one creator, each with its way to a new order. */
export function CreatorVideos(props: { readonly creatorId: string; readonly videos: readonly Video[] }) {
  const { t, tc } = useI18n()
  return (
    <Panel
      title={t('creators.videos')}
      aside={<span class="third small">{tc('videos.count', props.videos.length)}</span>}
    >
      <Show
        when={props.videos.length > 0}
        fallback={
          <div class="fc-creator-none">
            <p class="second">{t('creators.noVideosText')}</p>
            <LinkButton href={`/videos/new?creator=${props.creatorId}`}>{t('creators.addVideo')}</LinkButton>
          </div>
        }
      >
        <ul class="fc-creator-videos">
          <For each={props.videos}>{video => <VideoLine video={video} />}</For>
        </ul>
      </Show>
    </Panel>
  )
}

function VideoLine(props: { readonly video: Video }) {
  const { t, date } = useI18n()
  const about = () => [
    props.video.products[0]?.name ?? t('videos.noProduct'),
    props.video.postedOn === null ? t('videos.notPosted') : date(props.video.postedOn),
  ]
  return (
    <li>
      <div>
        <A href={`/videos/${props.video.id}`} class="fc-cell-title">
          {props.video.title}
        </A>
        <p class="second small">{about().join(' · ')}</p>
      </div>
      <Show when={props.video.verdict}>
        {verdict => (
          <Show when={verdict().allowed} fallback={<PromotableCell verdict={verdict()} />}>
            <LinkButton href={`/orders/new?video=${props.video.id}`}>{t('videos.promote')}</LinkButton>
          </Show>
        )}
      </Show>
    </li>
  )
}
