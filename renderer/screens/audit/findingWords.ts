import { auditLabels, type LabelId } from '../../../core/audit/auditWords.ts'
import type { Finding, FindingValue } from '../../../core/audit/finding.ts'
import { orderStates } from '../../../core/order/orderState.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>

/** A finding in the chosen language: what it says, how it was computed, what to do, and each number by its name. */
export function findingWords({ case: of, values }: Finding, i18n: I18n) {
  const { t } = i18n
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueWords(value, i18n)]),
  )
  return {
    text: t(`audit.cases.${of}.text`, words),
    calculation: t(`audit.cases.${of}.calculation`, words),
    resolve: t(`audit.cases.${of}.resolve`, words),
    evidence: Object.entries(words).map(([name, value]) => ({
      label: isLabel(name) ? t(`audit.labels.${name}`) : name,
      value,
    })),
  }
}

function isLabel(name: string): name is LabelId {
  return Object.hasOwn(auditLabels, name)
}

function valueWords(value: FindingValue, i18n: I18n): string {
  switch (value.kind) {
    case 'money':
      return i18n.money(value.minor, value.currency)
    case 'amount':
      return i18n.anyMoney(value.major, value.currency)
    case 'count':
      return i18n.number(value.count)
    case 'share':
      return i18n.figurePercent(value.share)
    case 'date':
      return i18n.date(value.date)
    case 'moment':
      return i18n.moment(value.at)
    case 'sentence':
      return i18n.rule(i18n.said(value.text))
    case 'text': {
      const state = orderStates.find(each => each === value.text)
      return state === undefined ? i18n.said(value.text) : i18n.t(`words.state.${state}`)
    }
  }
}
