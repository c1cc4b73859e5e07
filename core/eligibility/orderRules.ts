import { formatAmount, fromMajor, money, toMajor } from '../money/money.ts'
import type { PromoteOrder } from '../order/promoteOrder.ts'
import { pass, type Rule, warn } from './rule.ts'

/** The rules that concern the order itself. */
export const orderRules: readonly Rule<PromoteOrder>[] = [
  {
    id: 'E16',
    title: 'The Indonesian shop was open',
    severity: 'flag',
    source:
      'TikTok Shop stopped on 4 October 2023 and returned on 12 December 2023: wionews.com, indozone.id',
    from: '2023-10-04',
    until: '2023-12-12',
    check: ({ market }) =>
      market === 'ID'
        ? warn(
            'The order runs while the shop was closed, 4 October to 12 December 2023.',
            'Keep it out of what order rates are learnt from.',
          )
        : pass('Concerns ID only.'),
  },
  {
    id: 'E17',
    title: 'Budget and days fit the known limits',
    severity: 'warn',
    source: 'ceocolumn.com, unverified; the official limits are not known',
    check: ({ budget, durationDays }, { profile }) => {
      const { minBudgetPerDay, maxBudgetPerDay, minDays, maxDays } = profile.entries
      const amount = (minor: number) => `${formatAmount(money(profile.currency, minor))} ${profile.currency}`
      const budgets = `${amount(minBudgetPerDay.value)} to ${amount(maxBudgetPerDay.value)} a day`
      const limits = `${budgets} and ${minDays.value} to ${maxDays.value} days (unverified)`
      const perDay = budget.minor / durationDays
      const isWithin =
        perDay >= minBudgetPerDay.value &&
        perDay <= maxBudgetPerDay.value &&
        durationDays >= minDays.value &&
        durationDays <= maxDays.value
      const shownPerDay = formatAmount(fromMajor(profile.currency, toMajor(budget) / durationDays))
      const asked = `${shownPerDay} ${profile.currency} a day for ${durationDays === 1 ? '1 day' : `${durationDays} days`}`
      return isWithin
        ? pass(`${asked} is within ${limits}.`)
        : warn(`${asked} is outside ${limits}: the app may refuse it.`, `Stay within ${limits}.`)
    },
  },
]
