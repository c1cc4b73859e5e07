import type { OrderDraft } from '../contract/orders.ts'
import { shown } from '../contract/problems.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../contract/records.ts'
import { marketProfiles } from '../market/profiles.ts'
import { formatAmount, money } from '../money/money.ts'
import { say } from '../words/say.ts'
import { type ParsedOrder, parseOrderFile } from './orderFile.ts'

type Facts = {
  readonly creator: CreatorFields & { readonly promoteAvailable?: boolean | null }
  readonly video: VideoFields
  readonly product: ProductFields
}

/**
 * The order that a draft and its records make. It goes through the order file's own parser, so that the console and the
 * command line refuse and forecast the same things. Unknown facts are left out.
 */
export function orderOfDraft(draft: OrderDraft, { creator, video, product }: Facts): ParsedOrder {
  const { currency } = marketProfiles[creator.market]
  const amount = (minor: number) =>
    Number.isSafeInteger(minor) && minor >= 0 ? formatAmount(money(currency, minor)) : String(minor)
  const known = <T>(value: T | null | undefined) => value ?? undefined
  const file = {
    market: creator.market,
    creator: {
      birthDate: creator.birthDate,
      anchorAccess: creator.anchorAccess,
      accountType: creator.accountType,
      termsAccepted: known(creator.termsAccepted),
      political: known(creator.political),
      barred: known(creator.barred),
      promoteAvailable: known(creator.promoteAvailable),
    },
    video: {
      visibility: video.visibility,
      sound: video.sound,
      category: video.category,
      anchorAuthorised: known(video.anchorAuthorised),
      sellerAuthorised: known(video.sellerAuthorised),
      adLabel: known(video.adLabel),
    },
    product: {
      source: product.source,
      name: product.name,
      url: product.url,
      price: amount(product.priceMinor),
      commissionRate: known(product.commissionRate),
      conversionRate: known(product.conversionRate),
      unitCost: product.unitCostMinor === null ? undefined : amount(product.unitCostMinor),
      restriction: known(product.restriction),
      sellerApproved: known(product.sellerApproved),
      lessHealthy: known(product.lessHealthy),
      ageRestricted: known(product.ageRestricted),
      alcohol: known(product.alcohol),
    },
    entrance: draft.entrance,
    goal: draft.goal,
    audience: draft.audience,
    budget: { currency, total: amount(draft.budgetMinor) },
    durationDays: draft.durationDays,
    startsAt: draft.startsAt,
    target: { linkClicks: draft.targetLinkClicks },
    payer: draft.payer,
    pacing: draft.pacing,
    priceRule: draft.priceRule,
    hours: known(draft.hours),
    coupon: draft.couponMinor === 0 ? undefined : amount(draft.couponMinor),
    notes: draft.notes === '' ? undefined : draft.notes,
  }
  const parsed = parseOrderFile(JSON.stringify(file))
  if (product.market === creator.market) return parsed
  // The price of another market's product would be read in the wrong currency.
  const expected = say('a product of {{market}}, the creator’s market', { market: creator.market })
  const problem = { path: 'product.market', expected, received: shown(product.market) }
  return { ok: false, problems: [problem, ...(parsed.ok ? [] : parsed.problems)] }
}
