import type { RuleId } from '../../../core/audit/auditWords.ts'
import type { useI18n } from '../../i18n/i18n.ts'

/** A5 Spend within what was paid. */
export function ruleName(rule: RuleId, t: ReturnType<typeof useI18n>['t']): string {
  return `${rule} ${t(`audit.rules.${rule}.name`)}`
}
