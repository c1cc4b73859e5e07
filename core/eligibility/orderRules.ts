import { currencies } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { type Finding, fail, mustHold, pass, type Rule, unknown, warn } from './rule.ts'

/** The rules that concern the video, the product and the order. */
export const orderRules: readonly Rule<PromoteOrder>[] = [
  {
    id: 'E5',
    title: 'The sound may be used commercially',
    severity: 'block',
    source: 'Promote for E-commerce, December 2022, and TikTok Support disagree about original sound',
    check: ({ video }) => {
      if (video.sound === 'commercial') return pass('Commercial music.')
      if (video.sound === 'original')
        return warn(
          'Original sound: one official page allows it, one does not.',
          'Use commercial music to be sure.',
        )
      return fail(
        'The sound is not cleared for commercial use.',
        'Replace it with commercial music or original sound.',
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
        : fail(`Visible to: ${video.visibility}.`, 'Set the video to public.'),
  },
  {
    id: 'E10',
    title: 'A seller may promote this creator’s video',
    severity: 'block',
    source: 'TikTok ads help, promote creator videos for your shop',
    check: ({ payer, video, product }) => {
      if (payer === 'creator') return pass('The creator pays.')
      if (product.commissionRate === undefined)
        return fail('No commission rate is set for the creator.', 'Set the product’s commission rate.')
      return mustHold(video.sellerAuthorised, {
        yes: 'The creator authorised the seller and a commission rate is set.',
        no: 'The creator has not authorised the seller.',
        remedy: 'Ask the creator to authorise the video, then note it on the video.',
      })
    },
  },
  {
    id: 'E11',
    title: 'The product link is still authorised',
    severity: 'block',
    source: 'TikTok ads help, ad statuses: missing anchor authorization',
    check: ({ video }) =>
      mustHold(video.anchorAuthorised, {
        yes: 'In force.',
        no: 'Product anchor authorisation was withdrawn.',
        remedy: 'Renew the authorisation of the product link and note it on the video.',
      }),
  },
  {
    id: 'E12',
    title: 'The product may be sold there',
    severity: 'block',
    source: 'Seller University US page; exact GB and ID lists are not known (Y12)',
    check: ({ product }) => {
      if (product.restriction === undefined)
        return unknown(
          'Not checked against the prohibited and restricted lists.',
          'Check the product and note the result on it.',
        )
      if (product.restriction === 'prohibited')
        return fail('The product is prohibited.', 'Choose another product.')
      if (product.restriction === 'unrestricted') return pass('Neither prohibited nor restricted.')
      return mustHold(product.sellerApproved, {
        yes: 'Restricted, and the seller is approved.',
        no: 'Restricted, and the seller is not approved.',
        remedy: 'Get the seller approved for this category.',
      })
    },
  },
  {
    id: 'E13',
    title: 'Local advertising codes',
    severity: 'warn',
    source: 'TikTok ads help, first things to note; CAP Code',
    check: ({ market }) => {
      const code = market === 'GB' ? 'the CAP Code' : 'Indonesia’s advertising ethics code'
      return warn(
        `Review looks at product, caption, pictures, sound, region, age group and landing page under ${code}.`,
        'Check the video against the code before paying.',
      )
    },
  },
  {
    id: 'E14',
    title: 'No less healthy food or drink',
    severity: 'block',
    source: 'UK ban on paid online advertising of less healthy food, 5 January 2026 (gordonsols.co.uk)',
    from: '2026-01-05',
    check: ({ market, product, video }) => {
      if (market !== 'GB') return pass('Applies in GB only.')
      if (product.lessHealthy === undefined && video.category !== 'food') return pass('Not food or drink.')
      return mustHold(product.lessHealthy === undefined ? undefined : !product.lessHealthy, {
        yes: 'Not less healthy food or drink.',
        no: 'Paid promotion of less healthy food or drink is banned.',
        remedy:
          'Say on the product whether it counts as less healthy (nutrient profile); such products cannot be promoted.',
      })
    },
  },
  {
    id: 'E15',
    title: 'Age-restricted goods and the ad label',
    severity: 'warn',
    source: 'CAP guidance (lewissilkin.com, mills-reeve.com)',
    check: order => (order.market === 'GB' ? ageRestricted(order) : pass('Applies in GB only.')),
  },
  {
    id: 'E16',
    title: 'The Indonesian shop was open',
    severity: 'flag',
    source:
      'TikTok Shop stopped on 4 October 2023 and returned on 12 December 2023 (wionews.com, indozone.id)',
    from: '2023-10-04',
    until: '2023-12-12',
    check: ({ market }) =>
      market === 'ID'
        ? warn(
            'The shop was closed from 4 October to 12 December 2023.',
            'Leave the order out of what conversion rates learn from.',
          )
        : pass('Concerns ID only.'),
  },
  {
    id: 'E17',
    title: 'Budget and days fit the known limits',
    severity: 'warn',
    source: 'ceocolumn.com; the official limits are not known (Y1)',
    check: (order, _date, profile) => {
      const { minBudgetPerDay, maxBudgetPerDay, minDays, maxDays } = profile.entries
      const perDay = order.budget.minor / order.durationDays
      const days = order.durationDays
      if (
        perDay >= minBudgetPerDay.value &&
        perDay <= maxBudgetPerDay.value &&
        days >= minDays.value &&
        days <= maxDays.value
      ) {
        return pass('Within the limits we know of, unverified.')
      }
      const { decimals, symbol } = currencies[profile.currency]
      const [least, most] = [minBudgetPerDay.value, maxBudgetPerDay.value].map(
        minor => symbol + (minor / 10 ** decimals).toFixed(decimals),
      )
      return warn(
        'Outside the limits we know of, unverified: the app may refuse it.',
        `Stay within ${least} to ${most} a day and ${minDays.value} to ${maxDays.value} days, or change the limits in the assumptions.`,
      )
    },
  },
]

function ageRestricted({ product, video, audience }: PromoteOrder): Finding {
  if (product.alcohol === true && product.ageRestricted === undefined) {
    return warn(
      'Alcohol is age-restricted.',
      'Note on the product that it is age-restricted, and target by age and interest.',
    )
  }
  const isTargeted = audience.kind === 'custom' && audience.interests.length > 0
  if (product.ageRestricted === true && !isTargeted) {
    return warn(
      'Age-restricted goods need age and interest targeting; nobody under 18 is ever in an audience.',
      'Choose a custom audience with interests.',
    )
  }
  if (video.adLabel === undefined)
    return unknown(
      'Not known whether the video carries the #ad label.',
      'Note on the video whether it is labelled.',
    )
  return video.adLabel
    ? pass('Labelled, and targeted as needed.')
    : warn('The #ad label is missing.', 'Add #ad to the caption.')
}
