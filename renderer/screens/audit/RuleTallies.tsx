import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import { ruleIds } from '../../../core/audit/auditWords.ts'
import type { AuditSummary } from '../../../core/contract/audit.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { ruleName } from './ruleName.ts'
import { Tolerances } from './Tolerances.tsx'

/** Every rule with what it looks at, on what it rests, and how the audited orders fared by it. */
export function RuleTallies(props: { readonly audit: AuditSummary | undefined }) {
  const { t, number } = useI18n()
  const tally = (rule: (typeof ruleIds)[number]) => props.audit?.tallies.find(each => each.rule === rule)
  const shown = (count: number | undefined) => (count === undefined ? '–' : number(count))
  return (
    <>
      <Panel title={t('audit.tabs.rules')}>
        <p class="second small">{t('audit.rulesTable.unknownNote')}</p>
        <div class="fc-scroll-x">
          <table class="fc-mini fc-audit-rules">
            <caption class="visually-hidden">{t('audit.rulesTable.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('audit.rulesTable.rule')}</th>
                <th scope="col" data-align="end">
                  {t('audit.rulesTable.passed')}
                </th>
                <th scope="col" data-align="end">
                  {t('audit.rulesTable.unknown')}
                </th>
                <th scope="col" data-align="end">
                  {t('audit.rulesTable.found')}
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={ruleIds}>
                {rule => (
                  <tr>
                    <td>
                      <p>{ruleName(rule, t)}</p>
                      <p class="second small">{t(`audit.rules.${rule}.about`)}</p>
                      <p class="third small">
                        {t('audit.finding.source')}: {t(`audit.rules.${rule}.source`)}
                      </p>
                    </td>
                    <td data-align="end">{shown(tally(rule)?.passed)}</td>
                    <td data-align="end">{shown(tally(rule)?.unknown)}</td>
                    <td data-align="end">
                      <Show when={tally(rule)?.found} fallback={shown(tally(rule)?.found)}>
                        {found => <A href={`/audit?rule=${rule}&state=all`}>{number(found())}</A>}
                      </Show>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Panel>
      <Tolerances />
    </>
  )
}
