import Ban from 'lucide-solid/icons/ban'
import Check from 'lucide-solid/icons/check'
import { Show } from 'solid-js'

import { blockingRule } from '../../core/eligibility/blockingRule.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import { useI18n } from '../i18n/i18n.ts'

import './PromotableCell.css'

/** A verdict in one line of a table: yes or no, and why not. */
export function PromotableCell(props: { readonly verdict: Verdict }) {
  const { t, rule: i18nRule } = useI18n()
  return (
    <Show
      when={props.verdict.allowed}
      fallback={
        <span class="fc-promotable">
          <Ban size={14} class="bad" aria-hidden="true" />
          <span>{t('parts.no')}</span>
          <Show when={blockingRule(props.verdict)}>
            {rule => <span class="fc-promotable-reason">{i18nRule(rule().reason)}</span>}
          </Show>
        </span>
      }
    >
      <span class="fc-promotable">
        <Check size={14} class="good" aria-hidden="true" />
        {t('parts.yes')}
      </span>
    </Show>
  )
}
