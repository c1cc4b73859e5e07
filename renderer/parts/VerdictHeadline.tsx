import type { Verdict } from '../../core/eligibility/verdict.ts'
import { useI18n } from '../i18n/i18n.ts'

/** "5 of 7 checks pass", after yes or no. */
export function VerdictHeadline(props: { readonly verdict: Verdict }) {
  const { t } = useI18n()
  const passed = () => props.verdict.rules.filter(rule => rule.outcome === 'pass').length
  return (
    <p class="small">
      <strong class={props.verdict.allowed ? 'good' : 'bad'}>
        {t(props.verdict.allowed ? 'parts.yes' : 'parts.no')}
      </strong>{' '}
      <span class="second">
        {t('parts.checksPass', { passed: passed(), all: props.verdict.rules.length })}
      </span>
    </p>
  )
}
