import { A, useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'

import { severities } from '../../../core/audit/finding.ts'
import { findingStates } from '../../../core/audit/findingDecision.ts'
import type { AuditedFinding, AuditSummary } from '../../../core/contract/audit.ts'
import { createQuery } from '../../app/createQuery.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { findingsAsked } from './auditParams.ts'
import { FindingDialog } from './FindingDialog.tsx'
import { findingWords } from './findingWords.ts'
import { ruleName } from './ruleName.ts'

const pageRows = 50

/** Findings by severity, rule and state, the gravest first. `?severity=error&rule=A5&state=accepted&finding=KEY` */
export function FindingList(props: { readonly audit: AuditSummary }) {
  const { t, number } = useI18n()
  const [search, setSearch] = useSearchParams()
  const [shown, setShown] = createSignal(pageRows)
  const query = createQuery('listFindings', () => findingsAsked(search, shown()), ['audit', 'workspace'])
  const key = () => (typeof search['finding'] === 'string' ? search['finding'] : undefined)
  const total = () => query.data()?.total ?? 0
  return (
    <Panel title={t('audit.tabs.findings')} aside={<span class="third small">{number(total())}</span>}>
      <Filters audit={props.audit} />
      <Show when={query.data()}>
        {list => (
          <>
            <Show
              when={list().findings.length > 0}
              fallback={
                <p class="second fc-audit-none">
                  {t(props.audit.kept === 0 ? 'audit.noneAtAll' : 'audit.none')}
                </p>
              }
            >
              <FindingTable
                findings={list().findings}
                onOpen={finding => setSearch({ finding }, { scroll: false })}
              />
            </Show>
            <Show when={list().total > list().findings.length}>
              <p class="fc-audit-more">
                <span class="second small">
                  {t('audit.shown', {
                    shown: number(list().findings.length),
                    total: number(list().total),
                  })}
                </span>
                <Show when={shown() < mostRows}>
                  <Button onClick={() => setShown(count => Math.min(mostRows, count + 2 * pageRows))}>
                    {t('audit.more')}
                  </Button>
                </Show>
              </p>
            </Show>
          </>
        )}
      </Show>
      <Show when={key()}>
        {found => (
          <FindingDialog
            findingKey={found()}
            onClose={() => setSearch({ finding: undefined }, { replace: true, scroll: false })}
          />
        )}
      </Show>
    </Panel>
  )
}

/** As many as one request gives; filters tell the rest apart. */
const mostRows = 500

const anySeverity = ['all', ...severities] as const
const anyState = ['open', 'accepted', 'resolved', 'all'] as const

function Filters(props: { readonly audit: AuditSummary }) {
  const { t, number } = useI18n()
  const [search, setSearch] = useSearchParams()
  const severity = () => severities.find(each => each === search['severity']) ?? 'all'
  const state = () =>
    search['state'] === undefined ? 'open' : (findingStates.find(each => each === search['state']) ?? 'all')
  const rules = () =>
    props.audit.tallies.filter(({ findings }) => severities.some(each => findings[each] > 0))
  const counted = (each: (typeof anySeverity)[number]) =>
    each === 'all'
      ? t('audit.severities.all')
      : `${t(`audit.severities.${each}`)} ${number(props.audit.open[each])}`
  return (
    <div class="fc-audit-filters">
      <Segmented
        label={t('audit.severityLabel')}
        hideLabel
        value={severity()}
        options={anySeverity.map(value => ({ value, label: counted(value) }))}
        onChange={value => setSearch({ severity: value === 'all' ? undefined : value }, { replace: true })}
      />
      <SelectField
        label={t('audit.ruleLabel')}
        hideLabel
        value={rules().find(({ rule }) => rule === search['rule'])?.rule ?? 'all'}
        options={[
          { value: 'all', label: t('audit.anyRule') },
          ...rules().map(({ rule }) => ({ value: rule, label: ruleName(rule, t) })),
        ]}
        onChange={value => setSearch({ rule: value === 'all' ? undefined : value }, { replace: true })}
      />
      <SelectField
        label={t('audit.stateLabel')}
        hideLabel
        value={state()}
        options={anyState.map(value => ({ value, label: t(`audit.states.${value}`) }))}
        onChange={value => setSearch({ state: value === 'open' ? undefined : value }, { replace: true })}
      />
    </div>
  )
}

function FindingTable(props: {
  readonly findings: readonly AuditedFinding[]
  readonly onOpen: (key: string) => void
}) {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <div class="fc-scroll-x">
      <table class="fc-mini fc-findings">
        <caption class="visually-hidden">{t('audit.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.severityLabel')}</th>
            <th scope="col">{t('audit.ruleLabel')}</th>
            <th scope="col">{t('audit.found')}</th>
            <th scope="col">{t('audit.about')}</th>
            <th scope="col">{t('audit.stateLabel')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.findings}>
            {({ finding, state }) => (
              <tr>
                <td>
                  <span class="fc-severity" data-severity={finding.severity}>
                    {t(`audit.severity.${finding.severity}`)}
                  </span>
                </td>
                <td class="second" title={t(`audit.rules.${finding.rule}.name`)}>
                  {finding.rule}
                </td>
                <td>
                  <button type="button" class="fc-finding-open" onClick={() => props.onOpen(finding.key)}>
                    {findingWords(finding, i18n).text}
                  </button>
                </td>
                <td class="second">
                  <Show when={finding.orderId} fallback={finding.subject}>
                    {orderId => <A href={`/orders/${orderId()}`}>{finding.subject}</A>}
                  </Show>
                </td>
                <td class="second">{t(`audit.states.${state}`)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
