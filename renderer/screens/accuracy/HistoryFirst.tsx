import { historyColumns } from '../../../core/history/historyColumns.ts'
import { downloadCsv } from '../../charts/download.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import type { HistoryImport } from './createHistoryImport.ts'
import { DropFiles } from './DropFiles.tsx'

/** What a file of history is for and looks like, before there is one. */
export function HistoryFirst(props: { readonly files: HistoryImport }) {
  const { t } = useI18n()
  return (
    <div class="fc-history-first">
      <h2>{t('history.empty')}</h2>
      <p class="second">{t('history.emptyText')}</p>
      <DropFiles files={props.files} isPrimary />
      <p class="second small">{t('history.columnsText')}</p>
      <p class="fc-history-columns">
        <code>{historyColumns.join(', ')}</code>
      </p>
      <Button
        variant="quiet"
        onClick={() =>
          downloadCsv('history', { columns: historyColumns.map(name => ({ key: name, name })), rows: [] })
        }
      >
        {t('history.template')}
      </Button>
    </div>
  )
}
