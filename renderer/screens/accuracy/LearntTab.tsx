import { For, Show } from 'solid-js'

import type { LearnedReport } from '../../../core/contract/learning.ts'
import { request } from '../../app/client.ts'
import { createQuery } from '../../app/createQuery.ts'
import { createRun } from '../../app/createRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { LearntEffects } from './LearntEffects.tsx'
import { LearntEntries } from './LearntEntries.tsx'

/** What own orders and imported history changed of what forecasts rest on. */
export function LearntTab() {
  const { t } = useI18n()
  const learning = createQuery('getLearning', () => ({}), ['learned', 'histories', 'orders', 'workspace'])
  const run = createRun<LearnedReport>(
    result => (result.kind === 'learned' ? result.learned : undefined),
    () => learning.refetch(),
  )
  const learn = () => void run.start(() => request('startLearning', {}))
  return (
    <div class="fc-accuracy-room">
      <Show when={run.failure() ?? learning.data()?.failure ?? learning.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={learning.refetch} />}
      </Show>
      <Show
        when={learning.data()}
        fallback={
          <Show when={!learning.failure()}>
            <Loading />
          </Show>
        }
      >
        {known => (
          <Show
            when={known().learned}
            fallback={
              <Show
                when={run.isRunning() || known().isLearning}
                fallback={
                  <EmptyState
                    title={t('learnt.empty')}
                    text={t('learnt.emptyText')}
                    action={
                      <div class="fc-page-header-actions">
                        <LinkButton href="/accuracy?tab=history">{t('accuracy.emptyAction')}</LinkButton>
                        <Button variant="quiet" onClick={learn}>
                          {t('learnt.now')}
                        </Button>
                      </div>
                    }
                  />
                }
              >
                <Working run={run} />
              </Show>
            }
          >
            {learned => (
              <>
                <Head
                  learned={learned()}
                  isLearning={known().isLearning || run.isRunning()}
                  progress={<Working run={run} />}
                  onLearn={learn}
                />
                <LearntEntries entries={learned().entries} />
                <LearntEffects effects={learned().effects} />
                <Targets learned={learned()} />
              </>
            )}
          </Show>
        )}
      </Show>
    </div>
  )
}

function Working(props: { readonly run: ReturnType<typeof createRun> }) {
  const { t } = useI18n()
  return (
    <Show when={props.run.isRunning()} fallback={<p class="second small">{t('learnt.working')}</p>}>
      <Progress label={t('learnt.working')} fraction={props.run.fraction()} onCancel={props.run.cancel} />
    </Show>
  )
}

function Head(props: {
  readonly learned: LearnedReport
  readonly isLearning: boolean
  readonly progress: Element | ReturnType<typeof Working>
  readonly onLearn: () => void
}) {
  const { t, tc, number, date } = useI18n()
  const about = () =>
    [
      tc('learnt.units', props.learned.units),
      t('learnt.ownOf', { own: number(props.learned.ownOrders) }),
      props.learned.asOf === null ? '' : t('learnt.asOf', { date: date(props.learned.asOf) }),
    ].filter(text => text !== '')
  return (
    <div class="fc-learnt-head">
      <p class="second">{about().join(' · ')}</p>
      <Show
        when={props.isLearning}
        fallback={
          <Button variant="quiet" onClick={() => props.onLearn()}>
            {t('learnt.again')}
          </Button>
        }
      >
        {props.progress}
      </Show>
    </div>
  )
}

/** How long what was learnt of a count holds, and how much wider or narrower its intervals had to be. */
function Targets(props: { readonly learned: LearnedReport }) {
  const { t, tc, number } = useI18n()
  return (
    <Panel title={t('learnt.howLong')}>
      <div class="fc-scroll-x">
        <table class="fc-mini" data-named>
          <thead>
            <tr>
              <th scope="col">{t('learnt.target')}</th>
              <th scope="col" data-align="end">
                {t('learnt.orders')}
              </th>
              <th scope="col" data-align="end">
                {t('learnt.halfLife')}
              </th>
              <th scope="col" data-align="end">
                {t('learnt.widths')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.learned.targets}>
              {target => (
                <tr>
                  <th scope="row">{t(`backtest.target.${target.target}`)}</th>
                  <td data-align="end">{number(target.orders)}</td>
                  <td data-align="end">
                    {target.halfLifeDays === null
                      ? t('learnt.forever')
                      : tc('charts.days', Math.round(target.halfLifeDays))}
                  </td>
                  <td data-align="end">
                    {target.widths.map(width => `×${number(Number(width.toPrecision(3)))}`).join(' · ')}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="third small fc-accuracy-foot">{t('learnt.howLongText')}</p>
    </Panel>
  )
}
