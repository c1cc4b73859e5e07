import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { AuditBar, PeriodFields } from './AuditBar.tsx'
import { AuditLog } from './AuditLog.tsx'
import { type AuditTab, auditTabs, periodOf } from './auditParams.ts'
import { createAuditRuns } from './createAuditRuns.ts'
import { EvidencePanel } from './EvidencePanel.tsx'
import { FindingList } from './FindingList.tsx'
import { RuleTallies } from './RuleTallies.tsx'
import { Summary } from './Summary.tsx'

import '../../parts/mini.css'
import './audit.css'

/** Whether every order can be proved: findings of a period, the rules behind them, the log, and evidence to hand over. `?from=2026-10-01&tab=rules` */
export function Audit() {
  const { t } = useI18n()
  const { isEmpty } = useWorkspace()
  const [search, setSearch] = useSearchParams()
  // Here, so that a change of tab does not throw away what is going on.
  const runs = createAuditRuns()
  const audit = createQuery('getAudit', () => ({}), ['audit', 'workspace'])
  const period = () => periodOf(search)
  const tab = (): AuditTab => auditTabs.find(each => each === search['tab']) ?? 'findings'
  useTitle(() => [{ label: t('app.rooms.audit') }])
  return (
    <Show
      when={isEmpty() !== true}
      fallback={<EmptyState title={t('prove.audit.emptyTitle')} text={t('prove.audit.emptyText')} />}
    >
      <PageHeader
        actions={
          <Switch>
            <Match when={tab() === 'findings'}>
              <AuditBar audit={audit.data() ?? undefined} runs={runs} />
            </Match>
            <Match when={tab() === 'evidence'}>
              <div class="fc-audit-bar">
                <PeriodFields />
              </div>
            </Match>
          </Switch>
        }
      >
        <Segmented
          label={t('audit.what')}
          hideLabel
          value={tab()}
          options={auditTabs.map(value => ({ value, label: t(`audit.tabs.${value}`) }))}
          onChange={value => setSearch({ tab: value === 'findings' ? undefined : value })}
        />
      </PageHeader>
      <div class="fc-audit">
        <Show when={runs.failure() ?? audit.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
        <Switch>
          <Match when={tab() === 'findings'}>
            <Show
              when={audit.data()}
              fallback={
                <Show when={!audit.loading() && !runs.audit.isRunning()}>
                  <EmptyState title={t('audit.firstTitle')} text={t('audit.firstText')} />
                </Show>
              }
            >
              {known => (
                <>
                  <Summary audit={known()} runs={runs} />
                  <FindingList audit={known()} />
                </>
              )}
            </Show>
          </Match>
          <Match when={tab() === 'rules'}>
            <RuleTallies audit={audit.data() ?? undefined} />
          </Match>
          <Match when={tab() === 'log'}>
            <AuditLog check={runs.integrity} />
          </Match>
          <Match when={tab() === 'evidence'}>
            <EvidencePanel from={period().from} to={period().to} />
          </Match>
        </Switch>
      </div>
    </Show>
  )
}
