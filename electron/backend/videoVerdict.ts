import { checkEligibility } from '../../core/eligibility/checkEligibility.ts'
import type { Verdict } from '../../core/eligibility/verdict.ts'
import type { StoredCreator } from '../../db/creators.ts'
import type { StoredVideo } from '../../db/videos.ts'
import { plainOrder } from './plainOrder.ts'

/**
 * May the video be promoted on `today` (ISO), by its leading product? Null without a product. Stored records always make
 * an order: `productProblems` keeps out those that would not.
 */
export function videoVerdict(
  video: StoredVideo,
  creator: StoredCreator & { readonly promoteAvailable?: boolean | null },
  occasion: { readonly today: string; readonly openShare: number | undefined },
): Verdict | null {
  const { today, openShare } = occasion
  const product = video.products[0]
  if (product === undefined) return null
  const parsed = plainOrder({ creator, video, product }, today)
  if (parsed.ok) return checkEligibility(parsed.order, today, { openShare })
  const paths = parsed.problems.map(problem => problem.path).join(', ')
  throw new Error(`video ${video.id} makes no order: ${paths}`)
}
