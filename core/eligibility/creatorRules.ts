import { ageOn } from '../order/calendar.ts'
import {
  type CreatorFacts,
  fail,
  type Finding,
  mustHold,
  type Occasion,
  pass,
  type Rule,
  unknown,
  warn,
} from './rule.ts'

const adultAge = 18

/** Markets with Promote for product links, and the day of the oldest page that says so (F6). */
const offeredSince: Readonly<Record<string, string>> = { GB: '2022-12-13', ID: '2022-12-13' }

/** The rules that concern the creator's account alone. */
export const creatorRules: readonly Rule<CreatorFacts>[] = [
  {
    id: 'E1',
    title: 'The payer is an adult',
    severity: 'block',
    source: 'Operation manual for EC anchors promote, August 2023',
    check: ({ birthDate }, { payDay }) => {
      const reason = `${ageOn(birthDate, payDay)} years old on ${payDay}.`
      return ageOn(birthDate, payDay) >= adultAge
        ? pass(reason)
        : fail(reason, `Wait until the ${adultAge}th birthday, or correct the birth date.`)
    },
  },
  {
    id: 'E2',
    title: 'The market has Promote for product links',
    severity: 'block',
    source: 'Operation manual, August 2023; Promote for E-commerce, December 2022 (which also lists the US)',
    check: isOffered,
  },
  {
    id: 'E3',
    title: 'The account may use product links',
    severity: 'block',
    source: 'Operation manual for EC anchors promote, August 2023',
    check: ({ anchorAccess }) =>
      anchorAccess
        ? pass('Access is granted.')
        : fail('The account has no access to product links.', 'Apply for e-commerce access in the app.'),
  },
  {
    id: 'E4',
    title: 'The account type can promote',
    severity: 'warn',
    source: 'Promote for E-commerce, December 2022, and TikTok Support disagree about personal accounts',
    check: ({ accountType }) =>
      accountType === 'personal'
        ? warn(
            'Official pages disagree whether a personal account can promote.',
            'Switch to a creator or business account to be sure.',
          )
        : pass(`A ${accountType} account.`),
  },
  {
    id: 'E7',
    title: 'The Promote terms are accepted',
    severity: 'block',
    source: 'TikTok Support, use Promote',
    check: ({ termsAccepted }) =>
      mustHold(termsAccepted, {
        yes: 'Accepted.',
        no: 'The terms are not accepted.',
        remedy: 'Accept the Promote terms in the app.',
        ask: 'Open Promote in the app: it asks for the terms first. Note the answer on the creator.',
      }),
  },
  {
    id: 'E8',
    title: 'Not a government, politician or political account',
    severity: 'block',
    source: 'TikTok Support, use Promote (the sentence is incomplete there)',
    check: ({ political }) =>
      mustHold(isNot(political), {
        yes: 'Not political.',
        no: 'A political account cannot promote.',
        remedy: 'Choose another creator.',
        ask: 'Note on the creator whether the account is political.',
      }),
  },
  {
    id: 'E9',
    title: 'The account is not barred from Promote',
    severity: 'ask',
    source: 'One report of a bar on whole accounts; no official page',
    check: ({ barred }) =>
      mustHold(isNot(barred), {
        yes: 'Not barred.',
        no: 'The account is barred from Promote.',
        remedy: 'Appeal in the app, or choose another creator.',
        ask: 'Open Promote in the app: a barred account is told so. Note the answer on the creator.',
      }),
  },
]

function isOffered({ market, promoteAvailable }: CreatorFacts, { first, openShare }: Occasion): Finding {
  const since = offeredSince[market]
  if (since === undefined) {
    const markets = Object.keys(offeredSince).join(' and ')
    return fail(`It is not offered in ${market}.`, `Use an account of ${markets}.`)
  }
  if (first < since) {
    return unknown(
      `No page says whether ${market} had it before ${since}.`,
      'Check whether the order could be placed.',
    )
  }
  if (promoteAvailable !== undefined)
    return promoteAvailable
      ? pass('The account has it.')
      : fail(
          `The account does not have it yet: ${market} gets it one account after another.`,
          'Look for Promote in the app from time to time, or choose another creator.',
        )
  return openTo(market, openShare)
}

/** What is known of the market alone. */
function openTo(market: string, openShare: number | undefined): Finding {
  if (openShare === undefined) return pass(`Offered in ${market}, where accounts get it one after another.`)
  if (openShare === 1) return pass(`Offered to every account of ${market}.`)
  const ask = 'Look for Promote in the app and note on the creator whether the account has it.'
  return openShare === 0
    ? fail(`It was not open to any account of ${market}.`, 'Wait until the market is opened.')
    : unknown(`Open to about ${Math.round(openShare * 100)}% of the accounts of ${market}.`, ask)
}

function isNot(fact: boolean | undefined): boolean | undefined {
  return fact === undefined ? undefined : !fact
}
