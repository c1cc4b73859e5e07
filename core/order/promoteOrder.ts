import type { AgeBand, Gender, MarketCode } from '../market/marketProfile.ts'
import type { Money } from '../money/money.ts'

export const accountTypes = ['business', 'creator', 'personal'] as const
export const visibilities = ['public', 'friends', 'private'] as const
export const sounds = ['original', 'commercial', 'other'] as const
/** The four sources of an anchored product (domain P1). */
export const productSources = ['tiktok_shop', 'affiliate', 'external', 'product_link'] as const
export const entrances = ['business_suite', 'video_menu'] as const
/** EC-anchor goals (domain F10, F11); the list grows. */
export const goals = ['more_product_link_clicks', 'more_product_purchases'] as const
export const payers = ['creator', 'seller'] as const
export const pacings = ['even', 'asap'] as const
export const priceRules = ['second', 'first'] as const
export const restrictions = ['unrestricted', 'restricted', 'prohibited'] as const

/** Top-level industries of domain N3; used for a video's category and for interests. */
export const categories = [
  'education',
  'vehicles',
  'baby',
  'finance',
  'beauty',
  'electronics',
  'appliances',
  'travel',
  'household',
  'pets',
  'apps',
  'home',
  'apparel',
  'news',
  'business',
  'games',
  'services',
  'food',
  'sports',
  'health',
  'ecommerce',
] as const

export type AccountType = (typeof accountTypes)[number]
export type Visibility = (typeof visibilities)[number]
export type Sound = (typeof sounds)[number]
export type ProductSource = (typeof productSources)[number]
export type Entrance = (typeof entrances)[number]
export type Goal = (typeof goals)[number]
export type Payer = (typeof payers)[number]
export type Pacing = (typeof pacings)[number]
export type PriceRule = (typeof priceRules)[number]
export type Restriction = (typeof restrictions)[number]
export type Category = (typeof categories)[number]

/** Nobody under 18 is ever in an audience (domain N8). */
export type Audience =
  | { readonly kind: 'automatic' }
  | {
      readonly kind: 'custom'
      readonly ageBands: readonly AgeBand[]
      readonly genders: readonly Gender[]
      readonly interests: readonly Category[]
    }

/**
 * A promote order as the model sees it, parsed and complete: what `orderFile.ts` makes of an order file, and what the
 * backend composes from a stored creator, video, product and order. `undefined` facts are unknown, not false.
 */
export type PromoteOrder = {
  readonly market: MarketCode
  readonly creator: {
    /** ISO date. */
    readonly birthDate: string
    readonly anchorAccess: boolean
    readonly accountType: AccountType
    readonly termsAccepted?: boolean | undefined
    readonly political?: boolean | undefined
    readonly barred?: boolean | undefined
    /** The account has Promote for product links, which markets open to one account after another (F6). */
    readonly promoteAvailable?: boolean | undefined
  }
  readonly video: {
    readonly visibility: Visibility
    readonly sound: Sound
    readonly category: Category
    readonly anchorAuthorised?: boolean | undefined
    /** The creator allowed a seller to promote it (E10). */
    readonly sellerAuthorised?: boolean | undefined
    readonly adLabel?: boolean | undefined
  }
  readonly product: {
    readonly source: ProductSource
    readonly name: string
    readonly url: string
    readonly price: Money
    readonly commissionRate?: number | undefined
    /** Orders per link click; needed to forecast orders of external and product_link (DE11). */
    readonly conversionRate?: number | undefined
    readonly unitCost?: Money | undefined
    readonly restriction?: Restriction | undefined
    readonly sellerApproved?: boolean | undefined
    /** Less healthy food or drink (E14). */
    readonly lessHealthy?: boolean | undefined
    readonly ageRestricted?: boolean | undefined
    readonly alcohol?: boolean | undefined
  }
  readonly entrance: Entrance
  readonly goal: Goal
  readonly audience: Audience
  /** Net of tax, whole order. */
  readonly budget: Money
  readonly durationDays: number
  /** Local date and time in the market's zone, `2026-12-01T09:00`. */
  readonly startsAt: string
  readonly target: { readonly linkClicks: number }
  readonly payer: Payer
  readonly pacing: Pacing
  readonly priceRule: PriceRule
  /** Local hours (0-23) in which the order may deliver; undefined is all of them. */
  readonly hours?: readonly number[] | undefined
  readonly coupon?: Money | undefined
  readonly notes?: string | undefined
}
