import type { Failure } from '../../../core/contract/failure.ts'
import { useI18n } from '../../i18n/i18n.ts'

const fieldNames = ['value', 'source', 'date', 'grade', 'reason']

/** What is wrong with one field; what is said of the whole profile is about the value that was typed. */
export function problemOf(failure: Failure | undefined, field: string): string | undefined {
  const found = failure?.problems?.find(({ path }) => {
    const steps = path.split(/[.[\]]/)
    return steps.includes(field) || (field === 'value' && !fieldNames.some(name => steps.includes(name)))
  })
  return found && useI18n().said(found.expected)
}
