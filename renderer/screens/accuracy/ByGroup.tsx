import { createMemo, For } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { type AccuracyPoint, type AccuracySummary, summaryOf } from './accuracyFigures.ts'
import { leanWords } from './accuracyWords.ts'

const markets = ['GB', 'ID'] as const
const audiences = ['automatic', 'custom'] as const

/** The same figures for each market and kind of audience: few orders each, so that each says how little it knows. */
export function ByGroup(props: { readonly points: readonly AccuracyPoint[] }) {
  const i18n = useI18n()
  const { t, number } = i18n
  const groups = createMemo(() => {
    const { points } = props
    return markets
      .flatMap(market =>
        audiences.map(audience => ({
          market,
          audience,
          summary: summaryOf(
            points.filter(point => point.market === market && point.audienceKind === audience),
          ),
        })),
      )
      .filter(({ summary }) => summary.n > 0)
  })
  return (
    <Panel title={t('accuracy.byGroup')}>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('accuracy.group')}</th>
              <th scope="col" data-align="end">
                {t('accuracy.orders')}
              </th>
              <th scope="col">{t('accuracy.insideName')}</th>
              <th scope="col" data-align="end">
                {t('accuracy.leanName')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={groups()}>
              {group => (
                <tr>
                  <th scope="row" class="fc-accuracy-group">
                    {t(`words.market.${group.market}`)}
                    <span class="fc-accuracy-kind third small">{t(`words.audience.${group.audience}`)}</span>
                  </th>
                  <td data-align="end">{number(group.summary.n)}</td>
                  <td>
                    <Inside coverage={group.summary.coverage.find(({ level }) => level === 80)} />
                  </td>
                  <td data-align="end">{leanWords(group.summary.bias, i18n)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="third small fc-accuracy-foot">{t('accuracy.byGroupText')}</p>
    </Panel>
  )
}

/** A share with its whisker and the promised 80%, small enough for a row. */
function Inside(props: { readonly coverage: AccuracySummary['coverage'][number] | undefined }) {
  const { percent } = useI18n()
  const coverage = () => props.coverage
  const x = (share: number | null | undefined) => 2 + 96 * (share ?? 0)
  const share = () => percent(coverage()?.share ?? 0)
  const range = () => `${percent(coverage()?.low ?? 0)}–${percent(coverage()?.high ?? 0)}`
  return (
    <span class="fc-accuracy-inside">
      <svg width="100" height="16" aria-hidden="true">
        <line class="fc-grid" x1="2" x2="98" y1="8" y2="8" />
        <line class="fc-whisker" x1={x(coverage()?.low)} x2={x(coverage()?.high)} y1="8" y2="8" />
        <line class="fc-promise" x1={x(0.8)} x2={x(0.8)} y1="2" y2="14" />
        <circle class="fc-came" cx={x(coverage()?.share)} cy="8" r="4" />
      </svg>
      <span>{share()}</span>
      <span class="visually-hidden">{range()}</span>
    </span>
  )
}
