import type { Product, ProductFields, Video, VideoFields } from '../../../core/contract/records.ts'
import type { MarketCode } from '../../../core/market/marketProfile.ts'
import type { ProductSource } from '../../../core/order/promoteOrder.ts'

/** A video as it is before anything is known but, perhaps, its creator. */
export function emptyVideo(creatorId: string): VideoFields {
  return {
    creatorId,
    title: '',
    anchorName: '',
    productIds: [],
    visibility: 'public',
    sound: 'original',
    category: 'beauty',
    postedOn: null,
    anchorAuthorised: null,
    sellerAuthorised: null,
    adLabel: null,
  }
}

/** What may be changed of a stored video, without what the backend adds to it. */
export function fieldsOfVideo(video: Video): VideoFields {
  return {
    creatorId: video.creatorId,
    title: video.title,
    anchorName: video.anchorName,
    productIds: video.productIds,
    visibility: video.visibility,
    sound: video.sound,
    category: video.category,
    postedOn: video.postedOn,
    anchorAuthorised: video.anchorAuthorised,
    sellerAuthorised: video.sellerAuthorised,
    adLabel: video.adLabel,
  }
}

/** A product as it is typed: the price may still be missing. */
export type ProductForm = Omit<ProductFields, 'priceMinor'> & { readonly priceMinor: number | null }

export function emptyProduct(market: MarketCode, source: ProductSource): ProductForm {
  return {
    market,
    source,
    name: '',
    url: '',
    priceMinor: null,
    commissionRate: null,
    conversionRate: null,
    unitCostMinor: null,
    restriction: null,
    sellerApproved: null,
    lessHealthy: null,
    ageRestricted: null,
    alcohol: null,
    category: null,
  }
}

/** What may be changed of a stored product, without what the backend adds to it. */
export function fieldsOfProduct(product: Product): ProductFields {
  return {
    market: product.market,
    source: product.source,
    name: product.name,
    url: product.url,
    priceMinor: product.priceMinor,
    commissionRate: product.commissionRate,
    conversionRate: product.conversionRate,
    unitCostMinor: product.unitCostMinor,
    restriction: product.restriction,
    sellerApproved: product.sellerApproved,
    lessHealthy: product.lessHealthy,
    ageRestricted: product.ageRestricted,
    alcohol: product.alcohol,
    category: product.category,
  }
}

/** Products that can still be anchored: of the creator's market and the chosen source, not anchored yet. */
export function productsToAdd(
  products: readonly Product[],
  { market, source, chosen }: { market: MarketCode; source: ProductSource; chosen: readonly string[] },
): Product[] {
  return products.filter(
    product => product.market === market && product.source === source && !chosen.includes(product.id),
  )
}

/** A rate as it is typed, in per cent, and back: 0.125 is 12.5. */
export const perCent = {
  of: (rate: number | null) => (rate === null ? null : Number((rate * 100).toFixed(4))),
  toRate: (typed: number | null) => (typed === null ? null : Number((typed / 100).toFixed(6))),
} as const
