import { For, Show } from 'solid-js'

import type { ImportPreview } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import type { ImportOfFile } from './createImport.ts'
import { DaysTable } from './DaysTable.tsx'
import { formatText } from './formatText.ts'
import { LeftOutRows } from './LeftOutRows.tsx'
import { ProblemGroups } from './ProblemGroups.tsx'
import { TotalsTable } from './TotalsTable.tsx'
import { UnitsTable } from './UnitsTable.tsx'

type Props = {
  readonly work: ImportOfFile
  readonly preview: ImportPreview
  readonly onColumns: () => void
}

/** What importing a file would do, and what there is to decide before it is done. */
export function ImportPreviewView(props: Props) {
  const { t, tc, date } = useI18n()
  const summary = () => props.preview.summary
  const isBusy = () => props.work.step() !== 'idle'
  const period = () => {
    const { from, to } = summary()
    return from === null || to === null
      ? ''
      : ` · ${t('exchange.preview.period', { from: date(from), to: date(to) })}`
  }
  return (
    <>
      <p class="second small">
        {t(formatText(props.preview.format))} · {tc('exchange.preview.rows', summary().rows)}
        {period()}
      </p>
      <Show when={props.preview.again}>
        <p class="fc-import-again small">{t('exchange.again')}</p>
      </Show>
      <Figures preview={props.preview} />
      <Actions {...props} />
      <TotalsTable summary={summary()} />
      <LeftOutRows preview={props.preview} />
      <Show when={props.preview.problems.length > 0}>
        <ProblemGroups problems={props.preview.problems} />
      </Show>
      <UnitsTable preview={props.preview} onChoose={props.work.choose} isBusy={isBusy()} />
      <Show when={props.preview.days.length > 0}>
        <DaysTable days={props.preview.days} />
      </Show>
      <Show when={props.preview.changes.length > 0}>
        <details class="fc-import-part">
          <summary>{t('exchange.preview.changes')}</summary>
          <ul class="fc-import-changes small">
            <For each={props.preview.changes}>
              {change => (
                <li>
                  <span class="third">{t('exchange.preview.line', { line: change.line })}</span>{' '}
                  {change.words}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </>
  )
}

function Actions(props: Props) {
  const { t } = useI18n()
  const summary = () => props.preview.summary
  const isBusy = () => props.work.step() !== 'idle'
  const brings = () =>
    summary().totals.some(({ part, rows }) => (part === 'order' || part === 'history') && rows > 0)
  return (
    <div class="fc-import-actions">
      <Button
        variant="primary"
        disabled={isBusy() || !brings()}
        onClick={() => {
          // What changed since the preview is shown first.
          if (props.work.failure() === undefined) props.work.commit()
          else props.work.plan()
        }}
      >
        {t(props.work.failure() === undefined ? 'exchange.preview.commit' : 'parts.retry')}
      </Button>
      <Show when={props.preview.reading.mapping !== null}>
        <Button disabled={isBusy()} onClick={() => props.onColumns()}>
          {t('exchange.columns.change')}
        </Button>
      </Show>
      <Show when={!brings()}>
        <span class="third small">{t('exchange.preview.nothing')}</span>
      </Show>
      <Show when={summary().days.conflict > 0}>
        <Segmented
          label={t('exchange.preview.conflicts')}
          value={props.work.conflicts()}
          options={(['keep', 'replace'] as const).map(value => ({
            value,
            label: t(`exchange.preview.${value}`),
          }))}
          onChange={props.work.resolve}
        />
      </Show>
    </div>
  )
}

function Figures(props: { readonly preview: ImportPreview }) {
  const { t, tc, number } = useI18n()
  const days = () => props.preview.summary.days
  return (
    <div class="fc-import-figures">
      <dl>
        <For each={['create', 'update', 'unchanged', 'conflict'] as const}>
          {status => (
            <div>
              <dt>{t(`exchange.preview.${status}`)}</dt>
              <dd>
                <strong>{number(days()[status])}</strong>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <span class="second small">{tc('exchange.preview.orders', props.preview.summary.orders)}</span>
    </div>
  )
}
