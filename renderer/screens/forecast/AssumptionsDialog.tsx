import { For } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { assumptionName, assumptionUnit, assumptionValue } from './assumptionWords.ts'

type AssumptionsProps = {
  readonly result: ForecastResult
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Every figure behind a forecast, with its source, date and grade. Sources are cited as they were published. */
export function AssumptionsDialog(props: AssumptionsProps) {
  const { t, language } = useI18n()
  const market = () => (props.result.currency === 'GBP' ? 'GB' : 'ID')
  return (
    <Dialog wide open={props.open} onOpenChange={props.onOpenChange} title={t('newOrder.assumptions.title')}>
      <p class="second small">{t('newOrder.assumptions.text', { market: t(`words.market.${market()}`) })}</p>
      <table class="fc-assumptions">
        <thead>
          <tr>
            <For each={columns}>{column => <th scope="col">{t(`newOrder.assumptions.${column}`)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.result.assumptions}>
            {entry => (
              <tr>
                <th scope="row">
                  {assumptionName(entry, language())} <span class="third">{entry.id}</span>
                </th>
                <td>
                  {assumptionValue(entry.value, language())}{' '}
                  <span class="third">{assumptionUnit(entry, language())}</span>
                </td>
                <td lang="en">{entry.source}</td>
                <td>{entry.date}</td>
                <td>{entry.grade}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="third small">
        {t('newOrder.assumptions.version', {
          profile: props.result.profileVersion,
          model: props.result.modelVersion,
          seed: props.result.seed,
        })}
      </p>
    </Dialog>
  )
}

const columns = ['name', 'value', 'source', 'date', 'grade'] as const
