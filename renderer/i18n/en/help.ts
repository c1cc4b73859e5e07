export const help = {
  about: 'About: {{name}}',
  what: 'What it is',
  sure: 'How sure it is',
  restsOn: 'Rests most on',
  allAssumptions: 'All assumptions, with their sources, are below the forecast.',
  interval: 'In 8 of 10 such orders it is {{range}}; in half of all it is above {{middle}}.',
  simulated:
    'Counted over {{replicates}} simulated orders; another draw moves the ends of the interval of clicks by about {{error}}.',
  noInterval: 'A share of {{replicates}} simulated orders, so it has no interval of its own.',
  own: 'Your own orders have {{own}} of the weight in it.',
  tile: {
    costPerClick:
      'What the order spends, divided by the link clicks it brings. Dear when the audience is small or the price of impressions is high.',
    spendsAll:
      'The chance that the whole budget is spent by the last day. A narrow audience, few hours or a low budget for its days keep it below.',
    costPerOrder:
      'What the order spends, divided by the orders that come of it. Without an upper end where some outcomes bring no order.',
    reach: 'Different people who see the video at least once, and how often each of them sees it.',
    noOrder: 'The chance that nobody buys. Below it, how many orders come in 8 of 10 cases.',
    loses:
      'The chance that commission or margin from its orders stays below what was spent. Below it, the profit in 8 of 10 cases.',
  },
  ruleSource: 'Source of rule {{rule}}',
  panel: 'Help',
  diagnostics: {
    show: 'Show diagnostics',
    title: 'Diagnostics',
    text: 'For somebody who helps you. This is all of it: versions, sizes, counts, results of checks and the last lines of the log. Names, amounts, payment references and folders are not in it. Read it before you share it.',
    copy: 'Copy diagnostics',
    copied: 'The diagnostics are on the clipboard.',
    byHand: 'The clipboard cannot be used here; the text is marked, so that it can be copied by hand.',
  },
  tour: {
    start: 'Take the tour',
    label: 'Tour, step {{step}} of 4',
    next: 'Next',
    back: 'Back',
    skip: 'Skip the tour',
    done: 'Done',
    again: 'It is found again in the settings, and by its name with Ctrl K or ⌘K.',
    steps: {
      records: {
        title: 'Write down who and what',
        text: 'Creators and their videos come first. Each says at once whether it may be promoted, and if not, which rule stands in the way.',
      },
      forecast: {
        title: 'Forecast before you pay',
        text: 'A new order shows its chances while you move budget and days. N begins one from anywhere. Paying freezes the forecast, so that it can be held against what comes.',
      },
      deliver: {
        title: 'Hold it against what came',
        text: 'Enter the days of a running order. What came is drawn over the frozen bands, and the overview counts how often the intervals kept their word.',
      },
      palette: {
        title: 'Find or do anything',
        text: 'Rooms, records and every button have a name here. A question mark shows all keys.',
      },
    },
  },
} as const
