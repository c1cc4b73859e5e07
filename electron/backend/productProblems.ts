import type { Problem } from '../../core/contract/failure.ts'
import type { CreatorFields, ProductFields, VideoFields } from '../../core/contract/records.ts'
import { plainOrder } from './plainOrder.ts'

/** Any day will do: a product has no dates. */
const someDate = '2026-11-02'

const someCreator: Omit<CreatorFields, 'market'> = {
  handle: 'some',
  displayName: 'Some',
  accountType: 'creator',
  birthDate: '1996-04-02',
  anchorAccess: true,
  termsAccepted: null,
  political: null,
  barred: null,
}

const someVideo: VideoFields = {
  creatorId: '',
  title: 'Some',
  anchorName: '',
  productIds: [],
  visibility: 'public',
  sound: 'commercial',
  category: 'home',
  postedOn: null,
  anchorAuthorised: null,
  sellerAuthorised: null,
  adLabel: null,
}

/** A product's fields by their names in an order file. */
const fieldOfPath: Readonly<Record<string, string>> = {
  'product.price': 'priceMinor',
  'product.unitCost': 'unitCostMinor',
}

/** What would keep every order of the product from being read, by the names of its fields; the order file decides. */
export function productProblems(product: ProductFields): readonly Problem[] {
  const creator = { ...someCreator, market: product.market }
  const parsed = plainOrder({ creator, video: someVideo, product }, someDate)
  if (parsed.ok) return []
  return parsed.problems.map(problem => ({
    ...problem,
    path: fieldOfPath[problem.path] ?? problem.path.replace(/^product\./, ''),
  }))
}
