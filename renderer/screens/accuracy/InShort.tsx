import { type JSX, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { type AccuracyPoint, type AccuracySummary, luckRange, typicalMiss } from './accuracyFigures.ts'
import { leanNote, leanWords } from './accuracyWords.ts'
import type { Backtest } from './createBacktest.ts'
import { OwnSkill } from './OwnSkill.tsx'

/** Three figures, each with what it means and how sure it is. */
export function InShort(props: {
  readonly points: readonly AccuracyPoint[]
  readonly summary: AccuracySummary
  readonly backtest: Backtest
}) {
  const i18n = useI18n()
  const { t, percent } = i18n
  const share = () => props.summary.coverage.find(({ level }) => level === 80)?.share ?? null
  const luck = () => luckRange(props.summary.n, 0.8)
  return (
    <Panel title={t('accuracy.inShort')}>
      <dl class="fc-accuracy-tiles">
        <Tile
          name={t('accuracy.insideName')}
          value={share() === null ? '–' : percent(share() ?? 0)}
          note={t('accuracy.insideNote', { low: percent(luck().low), high: percent(luck().high) })}
        />
        <Tile
          name={t('accuracy.leanName')}
          value={leanWords(props.summary.bias, i18n)}
          note={leanNote(props.summary, i18n)}
        />
        <Show when={typicalMiss(props.points)}>
          {miss => (
            <Tile
              name={t('accuracy.missName')}
              value={percent(miss() - 1)}
              note={t('accuracy.missNote', { miss: percent(miss() - 1) })}
            />
          )}
        </Show>
      </dl>
      <OwnSkill backtest={props.backtest} />
    </Panel>
  )
}

function Tile(props: { readonly name: string; readonly value: JSX.Element; readonly note: string }) {
  return (
    <div class="fc-accuracy-tile">
      <dt>{props.name}</dt>
      <dd>
        <strong class="fc-accuracy-figure">{props.value}</strong>
        <span class="second small">{props.note}</span>
      </dd>
    </div>
  )
}
