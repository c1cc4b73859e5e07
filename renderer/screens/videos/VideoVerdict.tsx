import { Show } from 'solid-js'

import type { Video } from '../../../core/contract/records.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { RuleChecklist } from '../../parts/RuleChecklist.tsx'
import { VerdictHeadline } from '../../parts/VerdictHeadline.tsx'

/** What the rules say about the video as it is stored. */
export function VideoVerdict(props: { readonly video: Video | undefined; readonly isChanged: boolean }) {
  const { t } = useI18n()
  return (
    <aside class="fc-video-verdict" aria-label={t('videos.eligibility')}>
      <header>
        <h2>{t('videos.eligibility')}</h2>
        <Show when={props.video?.verdict}>{verdict => <VerdictHeadline verdict={verdict()} />}</Show>
      </header>
      <Show when={props.video && props.isChanged}>
        <p class="warning small">{t('videos.savedOnly')}</p>
      </Show>
      <Show
        when={props.video?.verdict}
        fallback={
          <p class="second small">
            {t(props.video === undefined ? 'videos.verdictAfterSaving' : 'videos.verdictNeedsProduct')}
          </p>
        }
      >
        {verdict => <RuleChecklist verdict={verdict()} />}
      </Show>
    </aside>
  )
}
