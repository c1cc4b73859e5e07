import { Show } from 'solid-js'

import type { OrderView } from '../../../core/contract/orderList.ts'
import { createExport } from '../../app/createExport.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Progress } from '../../parts/Progress.tsx'

/** Writes the orders of the present view, all of them, as CSV. */
export function ExportView(props: { readonly view: OrderView }) {
  const { t } = useI18n()
  const out = createExport()
  return (
    <>
      <Show
        when={out.isRunning()}
        fallback={
          <Button
            variant="quiet"
            onClick={() => out.start({ what: 'orders', format: 'csv', view: props.view })}
          >
            {t('exchange.out.view')}
          </Button>
        }
      >
        <Progress label={t('exchange.exporting')} fraction={out.fraction()} onCancel={out.cancel} />
      </Show>
      <Show when={out.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
    </>
  )
}
