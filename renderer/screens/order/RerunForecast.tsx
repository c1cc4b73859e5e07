import { createSignal, For, Show } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { request } from '../../app/client.ts'
import { createLiveRun } from '../../app/createLiveRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { rerunWords } from './rerunWords.ts'

/** Runs a frozen forecast again from its frozen inputs, and says whether it comes out the same (FO9). */
export function RerunForecast(props: { readonly order: Order; readonly frozen: ForecastResult }) {
  const i18n = useI18n()
  const { t } = i18n
  const [wanted, setWanted] = createSignal<string>()
  const run = createLiveRun<string, ForecastResult>({
    wanted,
    start: id => request('rerunForecast', { id }),
    resultOf: shown => (shown.kind === 'forecast' ? shown.forecast : undefined),
  })
  return (
    <div class="fc-rerun">
      <Button disabled={run.refining()} onClick={() => setWanted(props.order.row.id)}>
        {t(run.refining() ? 'order.rerun.running' : 'order.rerun.start')}
      </Button>
      <Show when={run.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show when={run.settled()}>
        {again => (
          <ul role="status">
            <For each={rerunWords(props.frozen, again(), i18n)}>{words => <li>{words}</li>}</For>
          </ul>
        )}
      </Show>
    </div>
  )
}
