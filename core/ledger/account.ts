/**
 * The chart of accounts, one set per currency (L5), from the payer's side. A line above zero is a debit, one below is a
 * credit, so all balances of a currency sum to zero (L1). What each balance says:
 *
 * - `cash`: below zero by what the payer's money has paid, held authorisations included, less what came back as money.
 * - `platform_credit`: refunds that came as coins or as credit of the platform instead of money (S33).
 * - `coupon`: below zero by what coupons have paid (T3).
 * - `payment_clearing`: money held between authorisation and capture; zero when no payment is pending (L7).
 * - `promotion_prepaid`: net budget paid and not yet delivered, asked back or written off. Below zero, more was reported
 *   or refunded than was paid: a difference to look into.
 * - `promotion_spent`: net budget that was delivered.
 * - `tax_input`: tax paid, less tax asked back.
 * - `refund_clearing`: refunds asked for and not answered; zero when none is pending (L7).
 * - `write_off`: budget that was neither delivered nor refunded; below zero, refunds of what had been delivered (S30).
 */
export const accounts = [
  'cash',
  'platform_credit',
  'coupon',
  'payment_clearing',
  'promotion_prepaid',
  'promotion_spent',
  'tax_input',
  'refund_clearing',
  'write_off',
] as const
export type Account = (typeof accounts)[number]
