import { For, Show } from 'solid-js'

import { severities } from '../../../core/audit/finding.ts'
import type { AuditSummary } from '../../../core/contract/audit.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Fact } from '../forecast/Fact.tsx'
import type { AuditRuns } from './createAuditRuns.ts'

/** How many orders were audited, what is open, and whether the forecasts were honest. */
export function Summary(props: { readonly audit: AuditSummary; readonly runs: AuditRuns }) {
  const { t, tc, moment, date, said } = useI18n()
  const period = () => {
    const { from, to } = props.audit
    if (from !== null && to !== null) return t('audit.between', { from: date(from), to: date(to) })
    if (from !== null) return t('audit.since', { from: date(from) })
    return to === null ? t('audit.all') : t('audit.until', { to: date(to) })
  }
  const scope = () => ({ from: props.audit.from, to: props.audit.to, orderId: props.audit.orderId })
  return (
    <Panel
      title={`${tc('audit.orders', props.audit.orders)}, ${period()}`}
      aside={<span class="third small">{t('audit.made', { at: moment(props.audit.at) })}</span>}
    >
      <Show when={props.audit.unread}>
        {unread => (
          <div class="fc-error" role="alert">
            <p>
              <strong>{t('audit.unread')}</strong> <span class="second">{said(unread())}</span>
            </p>
          </div>
        )}
      </Show>
      <Facts audit={props.audit} />
      <div class="fc-audit-actions">
        <Show
          when={props.runs.reruns.isRunning()}
          fallback={
            <Button disabled={props.audit.orders === 0} onClick={() => props.runs.startReruns(scope())}>
              {t('audit.rerun')}
            </Button>
          }
        >
          <Progress
            label={t('audit.rerunning')}
            fraction={props.runs.reruns.fraction()}
            onCancel={props.runs.reruns.cancel}
          />
        </Show>
      </div>
    </Panel>
  )
}

function Facts(props: { readonly audit: AuditSummary }) {
  const { t, number } = useI18n()
  return (
    <dl class="fc-audit-facts">
      <For each={severities}>
        {severity => (
          <div>
            <dt>
              <span class="fc-severity" data-severity={severity}>
                {t(`audit.severities.${severity}`)}
              </span>
            </dt>
            <dd>
              {t('audit.openOf', {
                open: number(props.audit.open[severity]),
                total: number(props.audit.totals[severity]),
              })}
            </dd>
          </div>
        )}
      </For>
      <Fact name={t('audit.coverage')}>
        <Covered coverage={props.audit.coverage.real} />
      </Fact>
      <Show when={props.audit.coverage.simulated.orders > 0}>
        <Fact name={t('audit.coverageSimulated')}>
          <Covered coverage={props.audit.coverage.simulated} />
        </Fact>
      </Show>
      <Fact name={t('audit.reruns')}>
        <Rerun audit={props.audit} />
      </Fact>
    </dl>
  )
}

function Covered(props: { readonly coverage: AuditSummary['coverage']['real'] }) {
  const { t, number, percent } = useI18n()
  return (
    <Show when={props.coverage.orders > 0} fallback={t('audit.coverageNone')}>
      {t('audit.coverageWords', {
        inside: number(props.coverage.inside),
        orders: number(props.coverage.orders),
        low: percent(props.coverage.low ?? 0),
        high: percent(props.coverage.high ?? 1),
      })}
    </Show>
  )
}

function Rerun(props: { readonly audit: AuditSummary }) {
  const { t, number } = useI18n()
  return (
    <Show when={props.audit.reruns} fallback={t('audit.rerunsNone')}>
      {reruns => (
        <span role="status">
          {t('audit.rerunsWords', { same: number(reruns().same), orders: number(reruns().orders) })}
          <Show when={reruns().same < reruns().orders}>
            {'; '}
            {t('audit.rerunsOther', {
              other: number(reruns().otherModel),
              differ: number(reruns().differ),
              failed: number(reruns().failed),
            })}
          </Show>
        </span>
      )}
    </Show>
  )
}
