import type { DatedKind, FactValue } from '../../core/eligibility/datedFacts.ts'
import { accountTypes, restrictions, sounds, visibilities } from '../../core/order/promoteOrder.ts'
import type { useI18n } from '../i18n/i18n.ts'

type I18n = ReturnType<typeof useI18n>
type Choice = { readonly value: FactValue; readonly label: string }

const known = [true, false] as const
const orNotKnown = [true, false, null] as const

/** What a fact may be; undefined for a share, which is typed. */
const choices: Readonly<Record<string, readonly FactValue[] | undefined>> = {
  accountType: accountTypes,
  anchorAccess: known,
  promoteAvailable: orNotKnown,
  termsAccepted: orNotKnown,
  political: orNotKnown,
  barred: orNotKnown,
  visibility: visibilities,
  sound: sounds,
  anchorAuthorised: orNotKnown,
  sellerAuthorised: orNotKnown,
  adLabel: orNotKnown,
  restriction: restrictions,
  sellerApproved: orNotKnown,
  lessHealthy: orNotKnown,
  ageRestricted: orNotKnown,
  alcohol: orNotKnown,
}

export function choicesOf(fact: string, i18n: I18n): readonly Choice[] | undefined {
  return choices[fact]?.map(value => ({ value, label: factWords(fact, value, i18n) }))
}

/** A value as the pages say it. */
export function factWords(fact: string, value: FactValue, { t, percent }: I18n): string {
  if (value === null) return t('parts.unknown')
  if (typeof value === 'boolean') return t(value ? 'parts.yes' : 'parts.no')
  if (typeof value === 'number') return percent(value)
  const words = [
    accountTypes.find(each => fact === 'accountType' && each === value),
    visibilities.find(each => fact === 'visibility' && each === value),
    sounds.find(each => fact === 'sound' && each === value),
    restrictions.find(each => fact === 'restriction' && each === value),
  ] as const
  const [accountType, visibility, sound, restriction] = words
  if (accountType !== undefined) return t(`words.accountType.${accountType}`)
  if (visibility !== undefined) return t(`words.visibility.${visibility}`)
  if (sound !== undefined) return t(`words.sound.${sound}`)
  return restriction === undefined ? value : t(`words.restriction.${restriction}`)
}

/** A fact as its page calls it. */
export function factName(kind: DatedKind, fact: string, { t }: I18n): string {
  const creator = (
    ['accountType', 'anchorAccess', 'promoteAvailable', 'termsAccepted', 'political', 'barred'] as const
  ).find(each => kind === 'creator' && each === fact)
  if (creator !== undefined) return t(`creators.${creator}`)
  const video = (
    [
      ...([
        'visibility',
        'sound',
        'anchorAuthorised',
        'sellerAuthorised',
        'adLabel',
        'commissionRate',
      ] as const),
      ...(['restriction', 'sellerApproved', 'lessHealthy', 'ageRestricted', 'alcohol'] as const),
    ] as const
  ).find(each => each === fact)
  if (video !== undefined) return t(`videos.${video}`)
  return fact === 'openShare' ? t('settings.openShare') : fact
}
