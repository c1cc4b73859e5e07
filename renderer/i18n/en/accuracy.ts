export const accuracy = {
  what: 'Forecasts of',
  tabs: { own: 'Your orders', history: 'Imported history', learnt: 'What was learnt' },
  market: 'Market',
  anyMarket: 'All markets',
  audience: 'Audience',
  anyAudience: 'All audiences',
  period: 'Period',
  anyTime: 'All time',
  lastDays: 'Last {{days}} days',
  deliveries: 'Deliveries',
  deliveryKinds: { real: 'Reported', simulated: 'Simulated' },
  madeUp: 'These deliveries are made up.',
  madeUpText:
    'They were simulated, so they show how to read this page and prove nothing about the forecasts.',
  empty: 'No order has finished yet',
  emptyText:
    'When an order ends, the forecast it was paid on stands here beside what came. A file of past deliveries can be checked today.',
  emptyAction: 'Import delivery history',
  noneLeft: 'No finished order passes these filters. Widen the period, or choose other deliveries.',
  keptWord: 'Did the intervals keep their word?',
  sharesInside: 'Orders whose link clicks fell inside',
  whisker: {
    one: 'tick: promised · line: what {{count}} order can tell',
    other: 'tick: promised · line: what {{count}} orders can tell',
  },
  noneInside: 'No order to count yet.',
  inside: {
    one: '{{inside}} of {{count}} order ended inside its 80% interval.',
    other: '{{inside}} of {{count}} orders ended inside their 80% interval.',
  },
  tooFew: {
    one: '{{count}} order is too few to tell: anything from {{low}} to {{high}} could be luck.',
    other: '{{count}} orders are too few to tell: anything from {{low}} to {{high}} could be luck.',
  },
  verdict: {
    holds: {
      one: 'With {{count}} order, anything from {{low}} to {{high}} could be luck: the intervals keep their word as far as this can tell.',
      other:
        'With {{count}} orders, anything from {{low}} to {{high}} could be luck: the intervals keep their word as far as this can tell.',
    },
    narrow: {
      one: 'With {{count}} order, luck alone explains {{low}} to {{high}}: the intervals were too narrow.',
      other:
        'With {{count}} orders, luck alone explains {{low}} to {{high}}: the intervals were too narrow. Take them for less sure than they look.',
    },
    wide: {
      one: 'With {{count}} order, luck alone explains {{low}} to {{high}}: the intervals were wider than they had to be.',
      other:
        'With {{count}} orders, luck alone explains {{low}} to {{high}}: the intervals were wider than they had to be.',
    },
  },
  inShort: 'In short',
  insideName: 'Inside the 80% interval',
  insideNote: '{{low}} to {{high}} could be luck',
  leanName: 'Lean of the forecasts',
  tooLow: '{{size}} too low',
  tooHigh: '{{size}} too high',
  noLean: 'none',
  leanUnknown: 'too few orders to tell',
  leanMayBeNone: {
    one: 'between {{from}} and {{to}}: may be none',
    other: 'between {{from}} and {{to}}: may be none',
  },
  leanIsReal: {
    one: 'between {{from}} and {{to}}: more than luck',
    other: 'between {{from}} and {{to}}: more than luck',
  },
  missName: 'Typical miss',
  missNote: 'half of the orders came within {{miss}} of the middle',
  skill: 'Against a plain forecast',
  skillText:
    'The plain forecast gives every order the clicks per spend of all the others. A back-test forecasts each order from the rest, both ways.',
  skillRun: 'Back-test your orders',
  skillAgain: 'Back-test again',
  lowerIsBetter: 'Interval score, lower is better.',
  oneByOne: 'Forecast and outcome, order by order',
  clicks: 'Link clicks',
  oneByOneAside: 'line: 8 in 10, dark: 5 in 10 · ● inside ◆ outside · Enter opens',
  overTime: 'Outcomes against the middle, over time',
  against: 'Times the middle',
  againstAside: 'band: where the mean may lie · ◆ outside 8 in 10',
  byGroup: 'By market and audience',
  group: 'Orders of',
  orders: 'Orders',
  byGroupText: 'The line is what so few orders can tell; the tick is the promised 80%.',
} as const
