import { createMemo, createSignal, For, Show } from 'solid-js'

import { type HistoryTarget, historyTargets } from '../../../core/calibration/history.ts'
import { levelNames } from '../../../core/calibration/learned.ts'
import { createVideoTitles } from '../../app/createVideoTitles.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { effectRange, effectSize, isClear, type LevelEffect } from './learntWords.ts'
import { levelWords } from './levelWords.ts'

/** What a creator, a video or an audience adds, in words, with how sure that is. */
export function LearntEffects(props: { readonly effects: readonly LevelEffect[] }) {
  const i18n = useI18n()
  const { t } = i18n
  const titles = createVideoTitles()
  const [chosen, setChosen] = createSignal<HistoryTarget>()
  const targets = createMemo(() =>
    historyTargets.filter(target => props.effects.some(effect => effect.target === target)),
  )
  const target = () => chosen() ?? targets().find(each => each === 'linkClicks') ?? targets()[0]
  /** How far the strips reach: as far as the farthest interval, and never so near that a little looks like much. */
  const reach = createMemo(() =>
    props.effects
      .filter(effect => effect.target === target())
      .reduce(
        (most, { effect, deviation }) => Math.max(most, Math.abs(effect) + 1.2816 * deviation),
        leastReach,
      ),
  )
  const levels = createMemo(() =>
    levelNames
      .toReversed()
      .map(level => ({
        level,
        effects: props.effects.filter(effect => effect.level === level && effect.target === target()),
      }))
      .filter(({ effects }) => effects.length > 0),
  )
  return (
    <Panel
      title={t('learnt.effects')}
      aside={
        <Show when={target()}>
          {now => (
            <Segmented
              label={t('backtest.target.name')}
              hideLabel
              value={now()}
              options={targets().map(value => ({ value, label: t(`backtest.target.${value}`) }))}
              onChange={setChosen}
            />
          )}
        </Show>
      }
    >
      <Show when={levels().length > 0} fallback={<p class="second">{t('learnt.noEffects')}</p>}>
        <p class="second small">{t('learnt.effectsText')}</p>
        <div class="fc-learnt-levels">
          <For each={levels()}>
            {({ level, effects }) => (
              <section aria-label={t(`learnt.level.${level}`)}>
                <h3>{t(`learnt.level.${level}`)}</h3>
                <ul class="fc-learnt-effects">
                  <For each={effects}>
                    {effect => (
                      <Effect effect={effect} reach={reach()} name={levelWords(effect, titles(), i18n)} />
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </div>
      </Show>
    </Panel>
  )
}

function Effect(props: { readonly effect: LevelEffect; readonly reach: number; readonly name: string }) {
  const i18n = useI18n()
  const { tc } = i18n
  return (
    <li class="fc-learnt-effect" data-clear={isClear(props.effect) ? '' : undefined}>
      <span class="fc-learnt-name" title={props.name}>
        {props.name}
      </span>
      <Strip effect={props.effect} reach={props.reach} />
      <span>
        {effectSize(props.effect, i18n)}
        <span class="third">
          {` · ${effectRange(props.effect, i18n)} · ${tc('learnt.fromOrders', props.effect.orders)}`}
        </span>
      </span>
    </li>
  )
}

const stripWidth = 120
const leastReach = Math.log(1.5)

/** 8 in 10 and the middle, around no difference. */
function Strip(props: { readonly effect: LevelEffect; readonly reach: number }) {
  const x = (effect: number) => (stripWidth / 2) * (1 + (0.96 * effect) / props.reach)
  const low = () => x(props.effect.effect - 1.2816 * props.effect.deviation)
  const high = () => x(props.effect.effect + 1.2816 * props.effect.deviation)
  return (
    <svg width={stripWidth} height="16" aria-hidden="true">
      <line class="fc-dot-axis" x1={stripWidth / 2} x2={stripWidth / 2} y1="1" y2="15" />
      <rect class="fc-band-80" x={low()} y="5" width={Math.max(2, high() - low())} height="6" rx="3" />
      <circle class="fc-came" cx={x(props.effect.effect)} cy="8" r="3.5" />
    </svg>
  )
}
