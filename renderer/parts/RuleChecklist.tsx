import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import CircleX from 'lucide-solid/icons/circle-x'
import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'

import type { RuleVerdict, Verdict } from '../../core/eligibility/verdict.ts'
import { useI18n } from '../i18n/i18n.ts'

import './RuleChecklist.css'

const icons = { pass: CircleCheck, fail: CircleX, warn: CircleAlert, unknown: CircleHelp } as const
const gravity = { fail: 0, warn: 1, unknown: 2, pass: 3 } as const

/** The rules of a verdict, what stands in the way first; each with its reason, the way out, and its source. */
export function RuleChecklist(props: { readonly verdict: Verdict }) {
  const ordered = () => props.verdict.rules.toSorted((a, b) => gravity[a.outcome] - gravity[b.outcome])
  return (
    <ul class="fc-rules">
      <For each={ordered()}>{rule => <Rule rule={rule} />}</For>
    </ul>
  )
}

function Rule(props: { readonly rule: RuleVerdict }) {
  const { t } = useI18n()
  return (
    <li class="fc-rule" data-outcome={props.rule.outcome}>
      <span class="fc-rule-mark">
        <Dynamic component={icons[props.rule.outcome]} size={16} aria-hidden="true" />
        <span class="visually-hidden">{t(`words.outcome.${props.rule.outcome}`)}</span>
      </span>
      <div>
        <p class="fc-rule-title">
          {props.rule.title} <span class="third small">{props.rule.rule}</span>
        </p>
        <p class="second small">{props.rule.reason}</p>
        <Show when={props.rule.remedy}>
          <p class="small">{props.rule.remedy}</p>
        </Show>
        <p class="fc-rule-source">
          {t('parts.source')}: {props.rule.source}
        </p>
      </div>
    </li>
  )
}
