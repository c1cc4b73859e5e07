/**
 * The rules of an audit, by id: what each looks at and on what it rests, with the date of that source. A1 to A22 are
 * those of the handbook; A30 and above follow from the model (our own inference).
 */
export const auditRuleWords = {
  A1: {
    name: 'Google Ads: over-delivery',
    about:
      'A day may cost twice the average daily budget (before 4 October 2017: 20% more than it), a month 30.4 times it. Needs rows with a daily budget. An order whose days were imported is judged by its own budget.',
    source: 'support.google.com, 2017-10-04',
  },
  A2: {
    name: 'Meta: over-delivery',
    about:
      'A day may cost 75% more than the daily budget, a week from Sunday to Saturday seven times it. Needs rows with a daily budget. An order whose days were imported is judged by its own budget.',
    source: 'support.zenvia.com, 2026-11',
  },
  A3: {
    name: 'LinkedIn: over-delivery',
    about:
      'A day may cost half as much again as the daily budget; a lifetime budget is hard. Needs rows with a budget. An order whose days were imported is judged by its own budget.',
    source: 'everestx.com, 2026-11',
  },
  A4: {
    name: 'TikTok Ads Manager: over-delivery',
    about:
      'A daily budget is an average, a campaign budget may be passed by 30% on a day; a lifetime budget never. Needs rows with a budget. An order whose days were imported is judged by its own budget.',
    source: 'docs.vortexiq.ai, ads.tiktok.com, 2026-11',
  },
  A5: {
    name: 'Spend within what was paid',
    about: 'An order is paid up front: more spend than that is an error of data.',
    source: 'Own inference, 2026-11',
  },
  A10: {
    name: 'Pacing',
    about: 'More than 90% of the budget spent before 80% of the time has passed.',
    source: 'docs.vortexiq.ai, 2026-11',
  },
  A11: {
    name: 'Invoice',
    about:
      'Each paid order has an invoice of its own number and of a day on or after the payment. Needs the invoice.',
    source: 'template.net, 2026-11',
  },
  A13: {
    name: 'Order, payment, ledger and invoice',
    about: 'Budget, payment, ledger, delivered days and invoice agree within the tolerance for money.',
    source: 'ustechautomations.com, 2026-11',
  },
  A14: {
    name: 'Billed impressions',
    about:
      'Impressions billed and reported agree within the tolerance for counts. Needs the impressions of the invoice.',
    source: 'phonepe-help.freshdesk.com, 2026-11',
  },
  A15: {
    name: 'Invalid traffic',
    about:
      'Gross impressions less impressions are invalid; their share stays below the tolerance. Needs gross impressions.',
    source: 'ads.tiktok.com/marketing_api, 2026-11',
  },
  A16: {
    name: 'Eligibility on the day of payment',
    about: 'Rules E1 to E17 by the facts that are known of the day on which the order was paid.',
    source: 'Own inference, 2026-11',
  },
  A17: {
    name: 'Change history',
    about: 'Every step, payment and reported day stands in the log as it stands in the records.',
    source: 'Own inference, 2026-11',
  },
  A18: {
    name: 'Coupon and net cost',
    about: 'A net cost may read 0 for up to 11 hours: a day without spend is reported again after that.',
    source: 'ads.tiktok.com, 2026-11',
  },
  A19: {
    name: 'Restated days',
    about:
      'Orders land on the day of their click and keep coming for seven days: a day reported before is not final.',
    source: 'ads.tiktok.com, 2026-11',
  },
  A20: {
    name: 'Forecast honesty',
    about:
      'The forecast was frozen before the payment, stands in the log as it was frozen, comes out the same again, and holds what its intervals promise.',
    source: 'Own inference, 2026-11',
  },
  A21: {
    name: 'Indonesian shop closed',
    about: 'Orders that ran from 4 October to 12 December 2023 say nothing of orders through the shop.',
    source: 'wionews.com, indozone.id, 2023-12-12',
  },
  A22: {
    name: 'Definition of revenue',
    about:
      'Two official definitions of gross revenue differ; imported reports do not say which they used. Needs the definition.',
    source: 'ads.tiktok.com, 2026-11',
  },
  A30: {
    name: 'Delivery within the schedule',
    about: 'Days were delivered while the order ran, after it was paid, and not in the future.',
    source: 'Own inference, 2026-11',
  },
  A31: {
    name: 'Delivery within market and ages',
    about:
      'Nobody under 18 and no other market was reached. Needs reports by market and age; imported rows are judged where they say them.',
    source: 'Own inference, 2026-11',
  },
  A32: {
    name: 'Simulated numbers',
    about: 'Simulated days are not passed as what came.',
    source: 'Own inference, 2026-11',
  },
  A33: {
    name: 'Possible counts',
    about: 'No day has more clicks or people than impressions.',
    source: 'Own inference, 2026-11',
  },
  A34: {
    name: 'Tax at the rate of the day',
    about:
      'GB 20% since 2011-01-04, none with a VAT number; ID 11% in effect since 2022-04-01, before that 10%. The tax is the net amount at its rate.',
    source: 'ads.tiktok.com, rsm.global, ey.com, PMK-131/2024, 2025-01-01',
  },
  A35: {
    name: 'Payment references',
    about: 'No two payments carry one reference.',
    source: 'Own inference, 2026-11',
  },
  A36: {
    name: 'Ledger',
    about: 'The transfers of an order keep the rules of the ledger.',
    source: 'Own inference (L1 to L9), 2026-11',
  },
  A38: {
    name: 'Unchanged since it was paid',
    about: 'The order is still what was frozen with its forecast; nothing was saved after the payment.',
    source: 'Own inference, 2026-11',
  },
  A39: {
    name: 'Steps of the order',
    about: 'The events lead, by allowed steps, from a draft to the state of the order.',
    source: 'Own inference (S1 to S12), 2026-11',
  },
  A40: {
    name: 'Log',
    about: 'Every entry of the log is the one that its hash and the entry after it name; none is missing.',
    source: 'RFC 6962 (L20 to L24), 2013-06',
  },
  A41: {
    name: 'Readable records',
    about: 'All records of the period can be read.',
    source: 'Own inference, 2026-11',
  },
} as const

export type RuleId = keyof typeof auditRuleWords
export const ruleIds = Object.keys(auditRuleWords).filter((id): id is RuleId =>
  Object.hasOwn(auditRuleWords, id),
)

/** Names of the numbers and words of the evidence. */
export const auditLabels = {
  actual: 'What came',
  after: 'Last report',
  allowed: 'Allowed',
  before: 'Report before',
  billed: 'Billed',
  budget: 'Budget',
  clicks: 'Clicks',
  conversions: 'Orders',
  coupon: 'Coupon',
  day: 'Day',
  days: 'Days',
  delivered: 'Delivered in the ledger',
  difference: 'Difference',
  digest: 'Digest',
  entry: 'Entry of the log',
  excess: 'Too much',
  expected: 'Expected',
  fields: 'Fields',
  file: 'File',
  final: 'Final on',
  first: 'First',
  from: 'From',
  frozen: 'Frozen',
  gross: 'Gross impressions',
  high: 'Upper end',
  impressions: 'Impressions',
  inside: 'Inside',
  invalid: 'Invalid',
  invoice: 'Invoice',
  last: 'Last',
  low: 'Lower end',
  market: 'Market',
  message: 'What was found',
  number: 'Number',
  orders: 'Promote orders',
  paid: 'Paid',
  period: 'Time that had passed',
  platform: 'Platform',
  reach: 'People',
  reason: 'Reason',
  received: 'Found',
  reference: 'Reference',
  reported: 'Reported',
  rows: 'Rows',
  rule: 'Rule',
  share: 'Share',
  spent: 'Spent',
  state: 'State',
  tax: 'Tax',
  to: 'To',
  tolerance: 'Tolerance',
  unit: 'Unit',
  what: 'What',
} as const
export type LabelId = keyof typeof auditLabels
