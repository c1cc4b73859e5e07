import type { PromoteOrder } from '../order/promoteOrder.ts'
import { fail, type Finding, gravest, mustHold, pass, type Rule, unknown, warn } from './rule.ts'

/** The rules that concern the video and who promotes it. */
export const videoRules: readonly Rule<PromoteOrder>[] = [
  {
    id: 'E5',
    title: 'The sound may be used commercially',
    severity: 'block',
    source: 'Promote for E-commerce, December 2022, and TikTok Support disagree about original sound',
    check: ({ video }) => {
      if (video.sound === 'commercial') return pass('Commercial music.')
      if (video.sound === 'other') {
        return fail(
          'The sound is not cleared for commercial use.',
          'Replace it by commercial music or by original sound.',
        )
      }
      return warn(
        'Original sound: one official page allows it, one asks for commercial music.',
        'Use commercial music to be sure.',
      )
    },
  },
  {
    id: 'E6',
    title: 'The video is public',
    severity: 'block',
    source: 'TikTok Support, use Promote',
    check: ({ video }) =>
      video.visibility === 'public'
        ? pass('Public.')
        : fail(`The video is for ${audienceOf[video.visibility]} only.`, 'Make the video public.'),
  },
  {
    id: 'E10',
    title: 'The seller may promote the creator’s video',
    severity: 'block',
    source: 'TikTok ads help, how to promote creator videos for your shop',
    check: order =>
      order.payer === 'creator' ? pass('The creator pays.') : gravest([authorised(order), commission(order)]),
  },
  {
    id: 'E11',
    title: 'The product link is still authorised',
    severity: 'block',
    source: 'TikTok ads help, ad statuses: missing anchor authorization',
    check: ({ video }) =>
      mustHold(video.anchorAuthorised, {
        yes: 'In force.',
        no: 'The authorisation of the product link was withdrawn.',
        remedy: 'Ask the seller to authorise the link again.',
        ask: 'Look at the link in the app and note on the video whether it is authorised.',
      }),
  },
]

const audienceOf = { friends: 'friends', private: 'its creator' } as const

function authorised({ video }: PromoteOrder): Finding {
  return mustHold(video.sellerAuthorised, {
    yes: 'The creator authorised the seller.',
    no: 'The creator has not authorised the seller.',
    remedy: 'Ask the creator to authorise the video.',
    ask: 'Ask the creator whether the video is authorised and note it on the video.',
  })
}

function commission({ product }: PromoteOrder): Finding {
  const rate = product.commissionRate
  if (rate === undefined) return unknown('The commission rate is not known.', 'Note it on the product.')
  return rate > 0
    ? pass(`The commission rate is ${percent(rate)}.`)
    : fail('No commission rate is set.', 'Set a commission rate for the creator.')
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`
}
