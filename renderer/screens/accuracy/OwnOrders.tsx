import { useNavigate } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import type { Accuracy } from '../../../core/contract/accuracy.ts'
import type { Query } from '../../app/createQuery.ts'
import { CoverageChart } from '../../charts/CoverageChart.tsx'
import { IntervalChart } from '../../charts/IntervalChart.tsx'
import { RatioChart } from '../../charts/RatioChart.tsx'
import { useI18n } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { type AccuracyPoint, type AccuracySummary, summaryOf } from './accuracyFigures.ts'
import { type AccuracyFilters, deliveriesOf, filteredPoints } from './accuracyFilters.ts'
import { coverageSentence, leanNote } from './accuracyWords.ts'
import { ByGroup } from './ByGroup.tsx'
import type { Backtest } from './createBacktest.ts'
import { InShort } from './InShort.tsx'

type OwnOrdersProps = {
  readonly query: Query<Accuracy>
  readonly filters: AccuracyFilters
  readonly backtest: Backtest
}

/** Frozen forecasts of the console's own finished orders against what they delivered (CA6). */
export function OwnOrders(props: OwnOrdersProps) {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.query.failure()}>
        {failure => (
          <div class="fc-accuracy-failure">
            <ErrorNotice failure={failure()} onRetry={props.query.refetch} />
          </div>
        )}
      </Show>
      <Show when={props.query.data()} fallback={<Waiting isFailed={props.query.failure() !== undefined} />}>
        {accuracy => (
          <Show
            when={accuracy().points.length > 0}
            fallback={
              <EmptyState
                title={t('accuracy.empty')}
                text={t('accuracy.emptyText')}
                action={<LinkButton href="/accuracy?tab=history">{t('accuracy.emptyAction')}</LinkButton>}
              />
            }
          >
            <Figures accuracy={accuracy()} filters={props.filters} backtest={props.backtest} />
          </Show>
        )}
      </Show>
    </>
  )
}

function Waiting(props: { readonly isFailed: boolean }) {
  return (
    <Show when={!props.isFailed}>
      <Loading />
    </Show>
  )
}

type Point = AccuracyPoint & { readonly name: string; readonly day: string }

function Figures(props: {
  readonly accuracy: Accuracy
  readonly filters: AccuracyFilters
  readonly backtest: Backtest
}) {
  const { t } = useI18n()
  const points = createMemo(() => filteredPoints(props.accuracy, props.filters, today()))
  const isSimulated = () => deliveriesOf(props.filters, props.accuracy) === 'simulated'
  /** All of them are counted by the backend, which knows more of them than are sent. */
  const summary = createMemo((): AccuracySummary => {
    const { market, audience, days } = props.filters
    const isAll = market === 'any' && audience === 'any' && days === 'any'
    return isAll ? props.accuracy[isSimulated() ? 'simulated' : 'real'] : summaryOf(points())
  })
  return (
    <div class="fc-accuracy-room">
      <Show when={isSimulated()}>
        <p class="fc-accuracy-note">
          <strong>{t('accuracy.madeUp')}</strong> {t('accuracy.madeUpText')}
        </p>
      </Show>
      <Show
        when={points().length > 0}
        fallback={<p class="second fc-accuracy-none">{t('accuracy.noneLeft')}</p>}
      >
        <Charts points={points()} summary={summary()} backtest={props.backtest} />
      </Show>
    </div>
  )
}

function Charts(props: {
  readonly points: readonly AccuracyPoint[]
  readonly summary: AccuracySummary
  readonly backtest: Backtest
}) {
  const i18n = useI18n()
  const { t, tc, number } = i18n
  const navigate = useNavigate()
  const named = createMemo((): readonly Point[] =>
    props.points.map(point => ({
      ...point,
      name: `${point.title}, ${point.creator}`,
      day: point.completedOn,
    })),
  )
  const format = (value: number) => number(Math.round(value))
  const open = ({ orderId }: Point) => navigate(`/orders/${orderId}`)
  const mean = () => {
    const { bias, biasError } = props.summary
    if (bias === null || biasError === null) return undefined
    return { low: Math.exp(bias - 1.96 * biasError), high: Math.exp(bias + 1.96 * biasError) }
  }
  return (
    <>
      <div class="fc-accuracy-pair">
        <Panel title={t('accuracy.keptWord')}>
          <p class="fc-accuracy-say">{coverageSentence(props.summary, i18n)}</p>
          <CoverageChart
            title={t('accuracy.sharesInside')}
            aside={tc('accuracy.whisker', props.summary.n)}
            bars={props.summary.coverage}
          />
        </Panel>
        <InShort points={props.points} summary={props.summary} backtest={props.backtest} />
      </div>
      <Panel title={t('accuracy.oneByOne')}>
        <IntervalChart
          title={t('accuracy.clicks')}
          aside={t('accuracy.oneByOneAside')}
          points={named()}
          format={format}
          onOpen={open}
        />
      </Panel>
      <div class="fc-accuracy-pair">
        <Panel title={t('accuracy.overTime')}>
          <RatioChart
            title={t('accuracy.against')}
            aside={t('accuracy.againstAside')}
            summary={leanNote(props.summary, i18n)}
            points={named()}
            mean={mean()}
            format={format}
            onOpen={open}
          />
        </Panel>
        <ByGroup points={props.points} />
      </div>
    </>
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
