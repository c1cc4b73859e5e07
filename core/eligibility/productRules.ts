import type { Category, PromoteOrder } from '../order/promoteOrder.ts'
import { fail, type Finding, gravest, mustHold, pass, type Rule, unknown, warn } from './rule.ts'

/** Categories with a chapter of their own in the advertising codes; our own reading of them. */
const regulatedCategories: ReadonlySet<Category> = new Set([
  'baby',
  'beauty',
  'finance',
  'food',
  'games',
  'health',
])

const codes = { GB: 'The CAP Code', ID: 'The Indonesian advertising ethics code' } as const

/** The rules that concern the product and what may be advertised. */
export const productRules: readonly Rule<PromoteOrder>[] = [
  {
    id: 'E12',
    title: 'The product is not prohibited',
    severity: 'block',
    source: 'Seller University, US page; the exact lists of GB and ID are not known',
    check: ({ product }) => {
      if (product.restriction === 'unrestricted') return pass('Neither prohibited nor restricted.')
      if (product.restriction === 'prohibited')
        return fail('The product is prohibited.', 'Promote another product.')
      if (product.restriction === 'restricted') {
        return mustHold(product.sellerApproved, {
          yes: 'Restricted, and the seller is approved.',
          no: 'Restricted, and the seller is not approved.',
          remedy: 'Get the seller approved for this kind of product.',
          ask: 'Restricted: ask whether the seller is approved and note it on the product.',
        })
      }
      return unknown(
        'Not known.',
        'Look it up in the prohibited and restricted lists and note it on the product.',
      )
    },
  },
  {
    id: 'E13',
    title: 'Local advertising codes',
    severity: 'warn',
    source: 'TikTok ads help, first things to note; which categories have chapters is our own reading',
    check: ({ market, video }) =>
      regulatedCategories.has(video.category)
        ? warn(
            `${codes[market]} has rules of its own for ${video.category}.`,
            'Hold product, caption, pictures, sound and landing page against it before paying.',
          )
        : pass(`${codes[market]} has no rules of its own for ${video.category}; its general rules hold.`),
  },
  {
    id: 'E14',
    title: 'Not less healthy food or drink',
    severity: 'block',
    source: 'UK ban on paid online advertising of less healthy food, 5 January 2026: gordonsols.co.uk',
    from: '2026-01-05',
    check: ({ market, product, video }) => {
      if (market !== 'GB') return pass('Applies in GB only.')
      if (product.lessHealthy === undefined && video.category !== 'food')
        return pass(`The category is ${video.category}, not food or drink.`)
      return mustHold(product.lessHealthy === undefined ? undefined : !product.lessHealthy, {
        yes: 'Not less healthy food or drink.',
        no: 'Paid promotion of less healthy food and drink is banned.',
        remedy: 'Promote another product.',
        ask: 'Find out whether it counts as less healthy (nutrient profile) and note it on the product.',
      })
    },
  },
  {
    id: 'E15',
    title: 'Age-restricted goods and the ad label',
    severity: 'block',
    source: 'CAP guidance: adlaw.lewissilkin.com, mills-reeve.com',
    check: order =>
      order.market === 'GB'
        ? gravest([alcohol(order), ageRestriction(order), adLabel(order)])
        : pass('Applies in GB only.'),
  },
]

/** Nobody under 18 is in a custom audience (N8); whom an automatic one leaves out is the platform's to say. */
function alcohol({ product, video, audience }: PromoteOrder): Finding {
  const isAlcohol = product.alcohol ?? (video.category === 'food' ? undefined : false)
  if (isAlcohol === undefined) return unknown('Not known whether it is alcohol.', 'Note it on the product.')
  if (!isAlcohol) return pass('Not alcohol.')
  return audience.kind === 'custom'
    ? pass('Alcohol, shown to adults only.')
    : fail('Alcohol must not be advertised to under-18s.', 'Choose a custom audience; its ages begin at 18.')
}

function ageRestriction({ product, audience }: PromoteOrder): Finding {
  const isRestricted = product.alcohol === true ? true : product.ageRestricted
  if (isRestricted === undefined)
    return unknown('Not known whether it is age-restricted.', 'Note it on the product.')
  if (!isRestricted) return pass('Not age-restricted.')
  return audience.kind === 'custom' && audience.interests.length > 0
    ? pass('Targeted by age and interest.')
    : warn(
        'Age-restricted goods need targeting by age and interest.',
        'Choose a custom audience with interests.',
      )
}

function adLabel({ video }: PromoteOrder): Finding {
  if (video.adLabel === undefined)
    return unknown('Not known whether the video says #ad.', 'Note it on the video.')
  return video.adLabel
    ? pass('Labelled #ad.')
    : warn('The video does not say #ad.', 'Add #ad to the caption.')
}
