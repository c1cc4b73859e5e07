export const overview = {
  byState: 'Orders by state',
  decide: 'Needs a decision',
  nothingToDecide: 'Nothing waits for you.',
  payDue: 'Payment due',
  outside: 'Outside the forecast',
  rejected: 'Rejected: refund or mend',
  committed: 'Committed',
  spent: 'Spent',
  money: 'Money',
  start: 'Forecast a new order',
} as const
