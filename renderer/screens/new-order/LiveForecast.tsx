import { Match, Show, Switch } from 'solid-js'

import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import { createFramesApart, createFramesLater } from '../../app/frames.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { ForecastBasis } from '../forecast/ForecastBasis.tsx'
import { ForecastCharts } from '../forecast/ForecastCharts.tsx'
import { ForecastHeadline } from '../forecast/ForecastHeadline.tsx'
import { ForecastTiles } from '../forecast/ForecastTiles.tsx'
import { chanceWords, errorWords, intervalSentence, sentencePieces } from '../forecast/forecastWords.ts'
import type { OrderEditor } from './createOrderEditor.ts'
import { KeptPlan } from './KeptPlan.tsx'
import { PlayDelivery } from './PlayDelivery.tsx'

type LiveForecastProps = { readonly editor: OrderEditor }

/** The forecast of the order as it is being written. On a narrow window its headline stays in view. */
export function LiveForecast(props: LiveForecastProps) {
  const { t } = useI18n()
  const run = () => props.editor.run
  const result = createFramesApart(() => run().result(), 5)
  /** The target that the shown figures were made with, not one that is just being typed. */
  const target = () => run().shownFor()?.targetLinkClicks ?? 0
  return (
    <aside class="fc-order-forecast" aria-label={t('newOrder.forecast.heading')}>
      <div class="fc-order-headline" aria-busy={run().refining()}>
        <progress
          class="fc-order-progress"
          data-idle={run().refining() ? undefined : ''}
          value={run().progress()}
          aria-label={t('newOrder.forecast.refining')}
          aria-hidden={!run().refining()}
        />
        <Show when={result()} fallback={<Nothing editor={props.editor} />}>
          {known => (
            <ForecastHeadline
              result={known()}
              target={target()}
              status={<Status editor={props.editor} result={known()} />}
            />
          )}
        </Show>
      </div>
      <KeptPlan editor={props.editor} />
      <Show when={result()}>
        {known => <Figures editor={props.editor} result={known()} target={target()} />}
      </Show>
      <Spoken editor={props.editor} />
    </aside>
  )
}

/** Below the headline, each in a frame of its own while a slider is dragged. */
function Figures(props: LiveForecastProps & { readonly result: ForecastResult; readonly target: number }) {
  const charted = createFramesLater(() => ({ result: props.result, target: props.target }), 1)
  const tiled = createFramesLater(() => props.result, 4)
  return (
    <div class="fc-order-figures">
      <ForecastCharts {...charted()} />
      <ForecastTiles result={tiled()} />
      <ForecastBasis result={tiled()} draft={props.editor.run.shownFor()} />
      <PlayDelivery draft={props.editor.draft()} />
    </div>
  )
}

/** Why there is no forecast yet. */
function Nothing(props: LiveForecastProps) {
  const { t } = useI18n()
  const run = () => props.editor.run
  return (
    <Switch fallback={<p class="second">{t('newOrder.forecast.incomplete')}</p>}>
      <Match when={props.editor.video() === undefined}>
        <p class="second">{t('newOrder.forecast.waiting')}</p>
      </Match>
      <Match when={run().refining()}>
        <p class="second">{t('newOrder.forecast.refining')}</p>
      </Match>
      <Match when={props.editor.wrongFields().size === 0 ? run().failure() : undefined}>
        {failure => <ErrorNotice failure={failure()} />}
      </Match>
    </Switch>
  )
}

/** How sure the figures are yet. */
function Status(props: LiveForecastProps & { readonly result: ForecastResult }) {
  const i18n = useI18n()
  const { t, number, said } = i18n
  return (
    <Switch fallback={t('newOrder.forecast.previous')}>
      <Match when={props.editor.wrongFields().size === 0 ? props.editor.run.failure() : undefined}>
        {failure => (
          <span class="bad">
            {t('newOrder.forecast.previous')} {said(failure().message)}
          </span>
        )}
      </Match>
      <Match when={props.editor.run.refining()}>{t('newOrder.forecast.refining')}</Match>
      <Match when={props.editor.run.settled()}>
        {t('newOrder.forecast.final', {
          replicates: number(props.result.replicates),
          error: errorWords(props.result, i18n),
        })}
      </Match>
    </Switch>
  )
}

/** Tells screen readers a forecast once it stands, not every band on the way. */
function Spoken(props: LiveForecastProps) {
  const i18n = useI18n()
  const words = () => {
    const result = props.editor.run.settled()
    const target = props.editor.draft()?.targetLinkClicks
    if (result === undefined || target === undefined) return ''
    const { sentence, parts } = intervalSentence(result, i18n)
    const interval = sentencePieces(sentence, parts)
      .map(piece => piece.text)
      .join('')
    const chance = chanceWords(result.probability.targetReached, i18n)
    return `${chance} ${i18n.tc('newOrder.forecast.chance', target)}. ${interval}`
  }
  return (
    <p class="visually-hidden" role="status">
      {words()}
    </p>
  )
}
