import { For, Show } from 'solid-js'

import type { ImportPreview } from '../../../core/contract/exchange.ts'
import { createExport } from '../../app/createExport.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Progress } from '../../parts/Progress.tsx'

/** Why rows are left out, and the rows themselves to take along. */
export function LeftOutRows(props: { readonly preview: ImportPreview }) {
  const { t, tc } = useI18n()
  const out = createExport()
  return (
    <Show when={props.preview.summary.left.length > 0}>
      <section class="fc-import-part" aria-label={t('exchange.preview.why')}>
        <h3>{t('exchange.preview.why')}</h3>
        <ul class="fc-import-left small">
          <For each={props.preview.summary.left}>
            {left => (
              <li>
                <strong>{tc('exchange.preview.rows', left.rows)}</strong>{' '}
                {t(`exchange.reason.${left.reason}`)}
              </li>
            )}
          </For>
        </ul>
        <Show
          when={out.isRunning()}
          fallback={
            <Button
              variant="quiet"
              onClick={() => out.start({ what: 'leftOut', format: 'csv', importId: props.preview.importId })}
            >
              {t('exchange.preview.download')}
            </Button>
          }
        >
          <Progress label={t('exchange.exporting')} fraction={out.fraction()} onCancel={out.cancel} />
        </Show>
        <Show when={out.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      </section>
    </Show>
  )
}
