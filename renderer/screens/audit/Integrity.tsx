import { For, Show } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import type { AuditRuns } from './createAuditRuns.ts'

/** File, ledger and log, checked from the room; what a log in the same file cannot prove is said beside it. */
export function Integrity(props: { readonly check: AuditRuns['integrity'] }) {
  const { t, moment, said } = useI18n()
  return (
    <Panel title={t('audit.integrity.title')}>
      <p class="second small">{t('audit.integrity.text')}</p>
      <p class="second small">{t('audit.integrity.limits')}</p>
      <div class="fc-audit-actions">
        <Show
          when={props.check.isRunning()}
          fallback={<Button onClick={() => props.check.begin()}>{t('audit.integrity.start')}</Button>}
        >
          <Progress
            label={t('audit.integrity.running')}
            fraction={props.check.fraction()}
            onCancel={props.check.cancel}
          />
        </Show>
      </div>
      <Show when={props.check.failure()}>{failure => <ErrorNotice failure={failure()} />}</Show>
      <Show when={props.check.result()}>
        {result => (
          <>
            <p role="status">
              <strong>{t(result().ok ? 'audit.integrity.ok' : 'audit.integrity.bad')}</strong>{' '}
              <span class="third small">{moment(result().at)}</span>
            </p>
            <div class="fc-scroll-x">
              <table class="fc-mini">
                <caption class="visually-hidden">{t('audit.integrity.caption')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('audit.integrity.check')}</th>
                    <th scope="col">{t('audit.integrity.result')}</th>
                    <th scope="col">{t('audit.integrity.detail')}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={result().checks}>
                    {({ name, ok, detail }) => (
                      <tr>
                        <td>{said(name)}</td>
                        <td>
                          <span class="fc-severity" data-severity={ok ? 'good' : 'error'}>
                            {t(ok ? 'audit.integrity.passed' : 'audit.integrity.failed')}
                          </span>
                        </td>
                        <td class="second">{said(detail)}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          </>
        )}
      </Show>
    </Panel>
  )
}
