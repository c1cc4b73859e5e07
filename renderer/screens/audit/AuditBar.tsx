import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'

import type { AuditSummary } from '../../../core/contract/audit.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { periodOf } from './auditParams.ts'
import type { AuditRuns } from './createAuditRuns.ts'

/** The period, and the audit of it. */
export function AuditBar(props: { readonly audit: AuditSummary | undefined; readonly runs: AuditRuns }) {
  const { t } = useI18n()
  const [search] = useSearchParams()
  return (
    <form
      class="fc-audit-bar"
      onSubmit={event => {
        event.preventDefault()
        props.runs.startAudit(periodOf(search))
      }}
    >
      <PeriodFields />
      <Show
        when={props.runs.audit.isRunning()}
        fallback={
          <Button type="submit" variant="primary">
            {t(props.audit === undefined ? 'audit.start' : 'audit.again')}
          </Button>
        }
      >
        <Progress
          label={t('audit.running')}
          fraction={props.runs.audit.fraction()}
          onCancel={props.runs.audit.cancel}
        />
      </Show>
    </form>
  )
}

/** The first and the last day, in the address. */
export function PeriodFields() {
  const { t } = useI18n()
  const [search, setSearch] = useSearchParams()
  const period = () => periodOf(search)
  return (
    <>
      <DateField
        label={t('audit.from')}
        value={period().from ?? ''}
        onChange={from => setSearch({ from: from || undefined }, { replace: true })}
      />
      <DateField
        label={t('audit.to')}
        value={period().to ?? ''}
        onChange={to => setSearch({ to: to || undefined }, { replace: true })}
      />
    </>
  )
}
