import { For, Show } from 'solid-js'

import type { ImportBatch } from '../../../core/contract/exchange.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { UndoImport } from './UndoImport.tsx'

import '../../parts/mini.css'

/** What was imported, the last first, each with the way to take it back. */
export function ImportedFiles(props: { readonly batches: readonly ImportBatch[] }) {
  const { t, tc, moment } = useI18n()
  const did = ({ summary }: ImportBatch) => {
    const rows = (part: 'history' | 'left') =>
      summary.totals.filter(each => each.part === part).reduce((sum, each) => sum + each.rows, 0)
    const days = summary.days.create + summary.days.update
    return [
      ...(days === 0 ? [] : [tc('exchange.list.days', days)]),
      ...(rows('history') === 0 ? [] : [tc('exchange.list.historyRows', rows('history'))]),
      ...(rows('left') + summary.unreadable === 0
        ? []
        : [tc('exchange.list.leftOut', rows('left') + summary.unreadable)]),
    ].join(' · ')
  }
  return (
    <Panel title={t('exchange.list.title')}>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('exchange.list.name')}</th>
              <th scope="col">{t('exchange.list.when')}</th>
              <th scope="col">{t('exchange.list.what')}</th>
              <th scope="col" data-align="end">
                <span class="visually-hidden">{t('exchange.list.undo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.batches}>
              {batch => (
                <tr>
                  <th scope="row">{batch.name}</th>
                  <td class="second">{moment(batch.importedAt)}</td>
                  <td>{did(batch)}</td>
                  <td data-align="end">
                    <Show when={batch.undoneAt} fallback={<UndoImport batch={batch} />}>
                      {at => (
                        <span class="third small">
                          {t('exchange.list.wasUndone', { time: moment(at()) })}
                        </span>
                      )}
                    </Show>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
