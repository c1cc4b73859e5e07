import { createSignal, Show } from 'solid-js'

import { exportFormats, exportSubjects, type ExportSubject } from '../../../core/contract/exchange.ts'
import { createExport } from '../../app/createExport.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'

/** Everything can leave again. */
export function ExportPanel() {
  const { t } = useI18n()
  const [what, setWhat] = createSignal<ExportSubject>('orders')
  const [format, setFormat] = createSignal<(typeof exportFormats)[number]>('csv')
  const out = createExport()
  function write(): void {
    const subject = what()
    if (subject === 'orders') out.start({ what: subject, format: format(), view: null })
    else out.start({ what: subject, format: format() })
  }
  return (
    <Panel title={t('exchange.out.title')}>
      <p class="second small">{t('exchange.out.text')}</p>
      <div class="fc-import-out">
        <SelectField
          label={t('exchange.out.what')}
          value={what()}
          options={exportSubjects.map(value => ({ value, label: t(`exchange.out.subject.${value}`) }))}
          onChange={setWhat}
        />
        <Show
          when={what() !== 'workspace'}
          fallback={<span class="second small">{t('exchange.out.zip')}</span>}
        >
          <Segmented
            label={t('exchange.out.format')}
            value={format()}
            options={exportFormats.map(value => ({ value, label: t(`exchange.out.${value}`) }))}
            onChange={setFormat}
          />
        </Show>
        <Show when={out.isRunning()} fallback={<Button onClick={write}>{t('exchange.out.write')}</Button>}>
          <Progress label={t('exchange.exporting')} fraction={out.fraction()} onCancel={out.cancel} />
        </Show>
      </div>
      <Show when={out.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
    </Panel>
  )
}
