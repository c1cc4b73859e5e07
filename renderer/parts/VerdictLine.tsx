import { createSignal, Show } from 'solid-js'

import type { Verdict } from '../../core/eligibility/verdict.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Dialog } from './Dialog.tsx'
import { RuleChecklist } from './RuleChecklist.tsx'

import './VerdictLine.css'

/** "Can be promoted · 15 of 17 checks pass · 2 notes", opening the rules. */
export function VerdictLine(props: { readonly verdict: Verdict }) {
  const { t, tc } = useI18n()
  const [isOpen, setOpen] = createSignal(false)
  const passed = () => props.verdict.rules.filter(rule => rule.outcome === 'pass').length
  const noted = () =>
    props.verdict.rules.filter(rule => rule.outcome === 'warn' || rule.outcome === 'unknown').length
  const headline = () => t(props.verdict.allowed ? 'parts.canBePromoted' : 'parts.cannotBePromoted')
  return (
    <>
      <button type="button" class="fc-verdict" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <strong class={props.verdict.allowed ? 'good' : 'bad'}>{headline()}</strong>
        <span class="second">
          {t('parts.checksPass', { passed: passed(), all: props.verdict.rules.length })}
        </span>
        <Show when={noted() > 0}>
          <span class="warning">{tc('parts.notes', noted())}</span>
        </Show>
      </button>
      <Dialog open={isOpen()} onOpenChange={setOpen} title={headline()} wide>
        <RuleChecklist verdict={props.verdict} />
      </Dialog>
    </>
  )
}
