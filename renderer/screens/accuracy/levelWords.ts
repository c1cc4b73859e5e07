import type { LevelName } from '../../../core/calibration/learned.ts'
import { genders } from '../../../core/market/marketProfile.ts'
import { categories } from '../../../core/order/promoteOrder.ts'
import type { useI18n } from '../../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>
type Named = { readonly level: LevelName | 'currency' | 'unit'; readonly name: string }

/** A creator, a video, an audience as a person knows it; values of other programs stay as their file has them. */
export function levelWords(
  { level, name }: Named,
  videoTitles: ReadonlyMap<string, string>,
  i18n: I18n,
): string {
  const { t } = i18n
  if (name === '') return t('history.notSaid')
  if (level === 'unit') return ''
  if (level === 'video') return videoTitles.get(name) ?? name
  if (level === 'audience') return audienceWord(name, i18n)
  if (level === 'objective') return name === 'more_product_link_clicks' ? t('learnt.productClicks') : name
  return name
    .split('|')
    .map(one => wordOf(one, level, i18n))
    .join(', ')
}

function audienceWord(name: string, { t }: I18n): string {
  const kind = (['automatic', 'custom'] as const).find(each => each === name)
  return kind === undefined ? name : t(`words.audience.${kind}`)
}

function wordOf(name: string, level: Named['level'], { t }: I18n): string {
  const gender = genders.find(each => level === 'gender' && each === name)
  if (gender !== undefined) return t(`words.gender.${gender}`)
  const category = categories.find(each => level === 'interests' && each === name)
  if (category !== undefined) return t(`words.category.${category}`)
  const market = (['GB', 'ID'] as const).find(each => level === 'market' && each === name)
  return market === undefined ? name : t(`words.market.${market}`)
}
