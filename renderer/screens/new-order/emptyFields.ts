import type { FormField } from './fieldProblems.ts'
import type { OrderForm } from './orderForm.ts'

/** Fields that a person emptied and that every draft needs. A video that is not chosen yet is no mistake. */
export function emptyFields(form: OrderForm): readonly FormField[] {
  const fields: FormField[] = []
  if (form.targetLinkClicks === null) fields.push('target')
  if (form.perDayMinor === null) fields.push('perDay')
  if (form.durationDays === null) fields.push('days')
  if (form.startsAt === '') fields.push('startsAt')
  return fields
}
