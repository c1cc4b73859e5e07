import { Temporal } from 'temporal-polyfill'

import { formatAmount, money } from '../money/money.ts'
import { auditCases } from './auditCases.ts'
import type { Finding, FindingValue } from './finding.ts'

/** A finding as files and commands say it. */
export function findingText({ case: of, values }: Pick<Finding, 'case' | 'values'>) {
  const { text, calculation, resolve } = auditCases[of]
  const filled = (template: string) =>
    template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name]
      return value === undefined ? '?' : valueWords(value)
    })
  return { text: filled(text), calculation: filled(calculation), resolve: filled(resolve) }
}

function valueWords(value: FindingValue): string {
  switch (value.kind) {
    case 'money': {
      const sign = value.minor < 0 ? '-' : ''
      return `${sign}${formatAmount(money(value.currency, Math.abs(value.minor)))} ${value.currency}`
    }
    case 'amount':
      return `${value.major.toFixed(2)} ${value.currency}`
    case 'count':
      return value.count.toLocaleString('en-GB', { maximumFractionDigits: 1 })
    case 'share':
      return percent(value.share)
    case 'date':
      return value.date
    case 'moment':
      return Temporal.Instant.fromEpochMilliseconds(value.at).toString({ fractionalSecondDigits: 3 })
    case 'text':
    case 'sentence':
      return value.text
  }
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
