import { genders, weekdays } from '../../../core/market/marketProfile.ts'
import { categories } from '../../../core/order/promoteOrder.ts'
import type { useI18n } from '../../i18n/i18n.ts'

/** Any Monday. */
const monday = Date.parse('2026-11-02T00:00Z')

/** The name of a row of a table or list: an age, Women, Mon, 08:00, Beauty. */
export function cellName(
  key: string,
  shape: 'number' | 'list' | 'table',
  i18n: ReturnType<typeof useI18n>,
): string {
  if (shape === 'list') return `${key.padStart(2, '0')}:00`
  const gender = genders.find(each => each === key)
  if (gender !== undefined) return i18n.t(`words.gender.${gender}`)
  const category = categories.find(each => each === key)
  if (category !== undefined) return i18n.t(`words.category.${category}`)
  const day = weekdays.findIndex(each => each === key)
  if (day >= 0) return i18n.weekday(new Date(monday + day * 86_400_000).toISOString().slice(0, 10))
  return key === 'other' ? i18n.t('assumptions.others') : key
}
