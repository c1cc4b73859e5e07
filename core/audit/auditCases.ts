/**
 * Everything that an audit may find: what it says, how it was computed, and what to do. `{{name}}` is a value of the
 * finding. English for files and commands; the console translates it.
 */
export const auditCases = {
  overDelivered: {
    text: '{{platform}} took {{spent}} from {{unit}} between {{from}} and {{to}}, where its budget allows {{allowed}}.',
    calculation: '{{spent}} > {{allowed}}',
    resolve: 'Ask the platform for the excess back, or note the credit that it gave.',
  },
  spendAbovePaid: {
    text: 'The delivered days cost {{spent}}, but {{paid}} was paid.',
    calculation: '{{spent}} − {{paid}} = {{excess}}',
    resolve: 'Compare the days with the report of the platform and enter the wrong one again.',
  },
  spentEarly: {
    text: 'By {{day}}, {{share}} of the budget was spent in {{period}} of the time.',
    calculation: '{{spent}} ÷ {{budget}} = {{share}}; limit 90% before 80% of the time',
    resolve: 'Look at what ran that day; next time choose even pacing or more days.',
  },
  invoiceBeforePayment: {
    text: 'Invoice {{number}} is of {{day}}, before the payment of {{paid}}.',
    calculation: '{{day}} < {{paid}}',
    resolve: 'Check that the invoice is of this order and its date is typed right.',
  },
  invoiceAgain: {
    text: 'Invoice {{number}} is entered for more than one promote order: {{orders}}.',
    calculation: '{{orders}} > 1',
    resolve:
      'Find out which of them it bills; enter the right number for the others, and ask for money that was paid twice.',
  },
  paymentNotBudget: {
    text: 'The order has a budget of {{budget}}, but {{paid}} was paid.',
    calculation: '{{paid}} − {{budget}} = {{difference}}',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  ledgerNotPayment: {
    text: 'The payment is {{paid}} with its tax; the ledger has {{received}}.',
    calculation: '{{received}} − {{paid}} = {{difference}}',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  ledgerNotDelivered: {
    text: 'The delivered days cost {{spent}}; the ledger has {{delivered}}.',
    calculation: '{{spent}} − {{delivered}} = {{difference}}',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  invoiceNotPaid: {
    text: 'Invoice {{number}} bills {{billed}} with tax; {{paid}} was paid.',
    calculation: '{{billed}} − {{paid}} = {{difference}}; tolerance {{tolerance}}',
    resolve: 'Ask the platform what the difference is for, and write the answer down as the reason.',
  },
  invoiceNotDelivered: {
    text: 'Invoice {{number}} bills {{billed}} net; the delivered days cost {{spent}}.',
    calculation: '{{billed}} − {{spent}} = {{difference}}; tolerance {{tolerance}}',
    resolve: 'Billed above delivery is money to ask back; below it, a day may be reported wrongly.',
  },
  billedImpressions: {
    text: 'The invoice bills {{billed}} impressions, the reports have {{impressions}}.',
    calculation: '{{difference}} of the reported; tolerance {{tolerance}}',
    resolve: 'Take the larger difference up with the platform.',
  },
  invalidTraffic: {
    text: '{{invalid}} of {{gross}} gross impressions were invalid.',
    calculation: '{{gross}} − {{impressions}} = {{invalid}}, {{share}}; tolerance {{tolerance}}',
    resolve: 'Ask the platform whether invalid impressions were charged.',
  },
  grossBelowNet: {
    text: 'Gross impressions, {{gross}}, are fewer than the impressions, {{impressions}}.',
    calculation: '{{gross}} < {{impressions}}',
    resolve: 'One of the two is typed wrongly.',
  },
  ruleBroken: {
    text: 'Rule {{rule}} was broken on {{day}}. {{reason}}',
    calculation: 'The rule set of that day and the facts that are known of it',
    resolve: 'Correct the fact where it is wrong; else note why the order was paid all the same.',
  },
  rulesWarned: {
    text: 'Paid with warnings of {{rule}} on {{day}}.',
    calculation: 'The rule set of that day and the facts that are known of it',
    resolve: 'The history of the order tells each of them.',
  },
  notLogged: {
    text: 'The log has no line for: {{what}}.',
    calculation: 'Records against the lines of the log about the order',
    resolve: 'The record was written outside the program, or the log was cut: compare both with a backup.',
  },
  logDiffers: {
    text: 'The records of {{day}} differ from the line of the log: {{what}}.',
    calculation: 'The last report of each day in the log against the day',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  costLag: {
    text: '{{day}} shows {{impressions}} impressions and no spend, reported less than 11 hours after its end.',
    calculation: 'Net cost may read 0 for 11 hours',
    resolve: 'Enter the day again with what the dashboard shows now.',
  },
  noCost: {
    text: '{{day}} shows {{impressions}} impressions and no spend.',
    calculation: 'Reported more than 11 hours after the end of the day',
    resolve: 'Check the day against the dashboard: a coupon may have paid for it.',
  },
  notFinal: {
    text: 'Days reported before their orders were all in: {{days}}, the last of them {{last}}.',
    calculation: 'Reported less than 7 days after the day',
    resolve: 'Enter them again from {{final}} on.',
  },
  restated: {
    text: '{{day}} was restated: {{before}} became {{after}}.',
    calculation: 'First report against the last',
    resolve: 'Nothing, where the platform restated it; the earlier reports stay.',
  },
  frozenAfterPayment: {
    text: 'The forecast was frozen on {{frozen}}, after the payment of {{paid}}.',
    calculation: '{{frozen}} > {{paid}}',
    resolve: 'It does not count as a forecast. The record was changed outside the program.',
  },
  forecastMissing: {
    text: 'The order was paid on {{paid}} without a frozen forecast.',
    calculation: 'Paid orders have one',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  paidAfterStart: {
    text: 'The order was paid on {{paid}}, after its start of {{first}}.',
    calculation: '{{first}} < {{paid}}',
    resolve: 'Its forecast may have known what came: note whether it was entered later.',
  },
  digestNotLogged: {
    text: 'The frozen forecast has the digest {{digest}}; the log of the payment says {{expected}}.',
    calculation: '{{digest}} ≠ {{expected}}',
    resolve: 'The forecast was changed after the payment: compare it with the last backup.',
  },
  outsideInterval: {
    text: '{{actual}} clicks came; the 80% interval was {{low}} to {{high}}.',
    calculation: 'One order in five ends outside',
    resolve: 'Nothing for one order; many of them show in the coverage.',
  },
  coverage: {
    text: '{{inside}} of {{orders}} orders ended inside the 80% interval: {{share}}, by chance {{low}} to {{high}}.',
    calculation: 'Wilson’s 95% interval of the share does not hold 80%',
    resolve: 'Let the forecasts learn from these deliveries (Accuracy), and tell their width until then.',
  },
  rerunDiffers: {
    text: 'The frozen forecast came out otherwise when it was run again: {{received}} clicks instead of {{expected}}.',
    calculation: 'Digests {{digest}} and {{frozen}}',
    resolve: 'Its inputs, its seed or its numbers were changed: compare it with the last backup.',
  },
  rerunOtherModel: {
    text: 'Frozen by model {{frozen}}, run again by model {{message}}: {{expected}} clicks then, {{received}} now.',
    calculation: 'Another model gives another digest',
    resolve: 'Run it with the program of that version to reproduce its digest.',
  },
  rerunFailed: {
    text: 'The frozen forecast cannot be run again: {{message}}.',
    calculation: 'Inputs, seed and number of simulated orders as frozen',
    resolve: 'Compare the frozen forecast with the last backup.',
  },
  shopClosed: {
    text: 'The order ran from {{first}} to {{last}}, while the Indonesian shop was closed.',
    calculation: '2023-10-04 to 2023-12-12',
    resolve: 'Keep its orders out of what is learnt.',
  },
  deliveredOutside: {
    text: 'Days delivered outside the schedule: {{days}}, from {{first}} to {{last}}.',
    calculation: 'The order ran from {{from}} to {{to}}',
    resolve: 'Enter the days again with their right dates.',
  },
  deliveredBeforePaid: {
    text: '{{day}} was delivered before the payment of {{paid}}.',
    calculation: '{{day}} < {{paid}}',
    resolve: 'Check the date of the day; note it where the payment was entered later.',
  },
  deliveredInFuture: {
    text: '{{day}} was delivered in the future.',
    calculation: 'The audit was made on {{last}}',
    resolve: 'Enter the day again with its right date.',
  },
  minorsInAudience: {
    text: '{{file}} has rows that reached people under 18 ({{message}}): {{rows}}.',
    calculation: 'Ages as the file says them',
    resolve: 'Take it up with the platform; an order of ours never asks for them.',
  },
  otherCurrency: {
    text: '{{file}} has rows of {{market}} in {{message}}: {{rows}}.',
    calculation: 'GB is in GBP, ID in IDR',
    resolve: 'Check the market and the currency of the file.',
  },
  simulatedAmongReported: {
    text: 'Simulated days among reported ones: {{days}} simulated, {{reported}} reported.',
    calculation: 'Sources of the days',
    resolve: 'Enter the days as they came; sums and learning take them for what they are not.',
  },
  simulatedAsActual: {
    text: 'Every day of the order is simulated ({{days}} in all): none of this came.',
    calculation: 'Sources of the days',
    resolve: 'Enter what came. Until then the order proves nothing.',
  },
  impossibleCounts: {
    text: '{{day}} has {{clicks}} clicks and {{reach}} people of {{impressions}} impressions.',
    calculation: 'Clicks and people are at most the impressions',
    resolve: 'Enter the day again.',
  },
  taxRate: {
    text: 'Tax was taken at {{share}}; on {{day}} the rate was {{expected}}.',
    calculation: '{{share}} ≠ {{expected}}',
    resolve: 'Note why: a VAT number, an exemption, another entity on the invoice.',
  },
  taxAmount: {
    text: 'The tax is {{tax}}; at {{share}} of {{paid}} it is {{expected}}.',
    calculation: '{{paid}} × {{share}} = {{expected}}',
    resolve: 'Check the amounts against the invoice.',
  },
  referenceAgain: {
    text: 'The reference {{reference}} stands on more than one payment: {{orders}}.',
    calculation: '{{orders}} > 1',
    resolve: 'Check that none was entered twice.',
  },
  ledgerRule: {
    text: 'The ledger breaks rule {{rule}}. {{message}}',
    calculation: 'The transfers one after the other',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  editedAfterPayment: {
    text: 'The order differs from what was frozen when it was paid: {{fields}}.',
    calculation: 'The order now against its frozen order file',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  savedAfterPayment: {
    text: 'The order was saved on {{day}}, after it was paid (entry {{entry}} of the log).',
    calculation: 'Entries of the log after the payment',
    resolve: 'The program refuses that: find out what wrote it.',
  },
  wrongStep: {
    text: 'A step from {{from}} to {{to}} is not allowed.',
    calculation: 'The table of steps',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  wrongState: {
    text: 'The order is {{state}}, but its events end in {{last}}.',
    calculation: 'The last event against the state',
    resolve: 'The record was changed outside the program: compare it with the last backup.',
  },
  logBroken: {
    text: 'The log is not whole: {{message}}.',
    calculation: 'Hash of each entry against the one that follows, and against the tree',
    resolve:
      'What comes after that entry proves nothing. Compare the log with a backup or a printed checkpoint.',
  },
  unreadable: {
    text: 'Not everything can be read: {{message}}.',
    calculation: '{{orders}} orders were read',
    resolve: 'Restore the last good backup, then audit again.',
  },
} as const

export type CaseId = keyof typeof auditCases
