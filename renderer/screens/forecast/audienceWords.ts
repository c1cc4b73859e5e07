import type { OrderDraft } from '../../../core/contract/orders.ts'
import { ageBands, genders } from '../../../core/market/marketProfile.ts'
import type { useI18n } from '../../i18n/i18n.ts'

/** An audience in a line: Custom: 18–24, 25–34; Women; Beauty & care. All of a kind is left out. */
export function audienceWords(audience: OrderDraft['audience'], i18n: ReturnType<typeof useI18n>): string {
  const { t } = i18n
  if (audience.kind === 'automatic') return t('words.audience.automatic')
  const ages = audience.ageBands.length === ageBands.length ? [] : audience.ageBands
  const sexes = audience.genders.length === genders.length ? [] : audience.genders
  const parts = [
    ages.map(age => age.replace('-', '–')).join(', '),
    sexes.map(gender => t(`words.gender.${gender}`)).join(', '),
    audience.interests.map(interest => t(`words.category.${interest}`)).join(', '),
  ].filter(part => part !== '')
  return parts.length === 0
    ? t('words.audience.custom')
    : `${t('words.audience.custom')}: ${parts.join('; ')}`
}
