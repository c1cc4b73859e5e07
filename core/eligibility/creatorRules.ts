import { ageOn } from '../order/calendar.ts'
import { type CreatorFacts, fail, mustHold, pass, type Rule, warn } from './rule.ts'

const adultAge = 18

/** The rules that concern the creator's account alone. */
export const creatorRules: readonly Rule<CreatorFacts>[] = [
  {
    id: 'E1',
    title: 'The payer is an adult',
    severity: 'block',
    source: 'Operation manual for EC anchors promote, August 2023',
    check: ({ birthDate }, date) => {
      const age = ageOn(birthDate, date)
      return age >= adultAge
        ? pass(`${age} years old on ${date}.`)
        : fail(`${age} years old on ${date}.`, `Wait until the ${adultAge}th birthday.`)
    },
  },
  {
    id: 'E2',
    title: 'The market offers Promote with product links',
    severity: 'block',
    source: 'Operation manual for EC anchors promote, August 2023; the US only in an older page',
    check: ({ market }) => pass(`${market} is one of GB and ID, where it is gradually available.`),
  },
  {
    id: 'E3',
    title: 'The account may use product links',
    severity: 'block',
    source: 'Operation manual for EC anchors promote, August 2023',
    check: ({ anchorAccess }) =>
      mustHold(anchorAccess, {
        yes: 'Access is granted.',
        no: 'The account has no access to product links.',
        remedy: 'Apply for e-commerce access in the app.',
      }),
  },
  {
    id: 'E4',
    title: 'The account type can promote',
    severity: 'warn',
    source: 'Two official pages disagree about personal accounts (2022 and Support)',
    check: ({ accountType }) =>
      accountType === 'personal'
        ? warn(
            'Sources disagree whether a personal account can promote.',
            'Switch to a creator or business account.',
          )
        : pass(`A ${accountType} account.`),
  },
  {
    id: 'E7',
    title: 'Promote terms are accepted',
    severity: 'block',
    source: 'TikTok Support, use Promote',
    check: ({ termsAccepted }) =>
      mustHold(termsAccepted, {
        yes: 'Accepted.',
        no: 'The terms are not accepted.',
        remedy: 'Accept the Promote terms in the app and note it on the creator.',
      }),
  },
  {
    id: 'E8',
    title: 'Not a government, politician or political account',
    severity: 'block',
    source: 'TikTok Support, use Promote',
    check: ({ political }) =>
      mustHold(political === undefined ? undefined : !political, {
        yes: 'Not political.',
        no: 'A political account cannot promote.',
        remedy: 'Say on the creator whether the account is political; a political one cannot promote.',
      }),
  },
  {
    id: 'E9',
    title: 'The account is not barred from Promote',
    severity: 'ask',
    source: 'One report of a bar on whole accounts',
    check: ({ barred }) =>
      mustHold(barred === undefined ? undefined : !barred, {
        yes: 'Not barred.',
        no: 'The account is barred from Promote.',
        remedy: 'Open Promote in the app: a barred account is told so. Appeal there.',
      }),
  },
]
