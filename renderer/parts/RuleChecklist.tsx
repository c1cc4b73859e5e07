import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CircleHelp from 'lucide-solid/icons/circle-question-mark'
import CircleX from 'lucide-solid/icons/circle-x'
import { createSignal, For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'

import type { RuleVerdict, Verdict } from '../../core/eligibility/verdict.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'

import './RuleChecklist.css'

const icons = { pass: CircleCheck, fail: CircleX, warn: CircleAlert, unknown: CircleHelp } as const
const gravity = { fail: 0, warn: 1, unknown: 2, pass: 3 } as const

/**
 * The rules of a verdict, what stands in the way first, each with its reason and the way out. Rules that pass take one
 * line, and the sources are shown when they are asked for.
 */
export function RuleChecklist(props: { readonly verdict: Verdict }) {
  const { t, date } = useI18n()
  const [hasSources, setSources] = createSignal(false)
  const ordered = () => props.verdict.rules.toSorted((a, b) => gravity[a.outcome] - gravity[b.outcome])
  return (
    <div class="fc-checklist">
      <ul class="fc-rules">
        <For each={ordered()}>{rule => <Rule rule={rule} hasSource={hasSources()} />}</For>
      </ul>
      <footer class="fc-rules-foot">
        <span>{t('parts.judgedOn', { date: date(props.verdict.date), ruleSet: props.verdict.ruleSet })}</span>
        <Button variant="quiet" onClick={() => setSources(shown => !shown)}>
          {t(hasSources() ? 'parts.hideSources' : 'parts.showSources')}
        </Button>
      </footer>
    </div>
  )
}

function Rule(props: { readonly rule: RuleVerdict; readonly hasSource: boolean }) {
  const { t, rule: words } = useI18n()
  const [isAsked, setAsked] = createSignal(false)
  return (
    <li class="fc-rule" data-outcome={props.rule.outcome}>
      <span class="fc-rule-mark">
        <Dynamic component={icons[props.rule.outcome]} size={16} aria-hidden="true" />
        <span class="visually-hidden">{t(`words.outcome.${props.rule.outcome}`)}</span>
      </span>
      <div>
        <p>
          <span class="fc-rule-title">{words(props.rule.title)}</span>{' '}
          <span class="fc-rule-reason">{words(props.rule.reason)}</span>
        </p>
        <Show when={props.rule.remedy}>{remedy => <p class="fc-rule-remedy">{words(remedy())}</p>}</Show>
        <Show when={props.hasSource || isAsked()}>
          <p class="fc-rule-source">
            {t('parts.source')}: {props.rule.source}
          </p>
        </Show>
      </div>
      <button
        type="button"
        class="fc-rule-id"
        aria-expanded={props.hasSource || isAsked()}
        aria-label={t('help.ruleSource', { rule: props.rule.rule })}
        title={t('help.ruleSource', { rule: props.rule.rule })}
        onClick={() => setAsked(shown => !shown)}
      >
        {props.rule.rule}
      </button>
    </li>
  )
}
