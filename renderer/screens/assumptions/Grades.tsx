import { For } from 'solid-js'

import { useI18n } from '../../i18n/i18n.ts'

export const grades = ['A', 'B', 'C', 'D', 'I'] as const

/** What the letters beside sources mean. */
export function Grades() {
  const { t } = useI18n()
  return (
    <dl class="fc-grades small">
      <For each={grades}>
        {grade => (
          <div>
            <dt class="fc-grade" data-grade={grade}>
              {grade}
            </dt>
            <dd class="second">{t(`assumptions.grades.${grade}`)}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}
