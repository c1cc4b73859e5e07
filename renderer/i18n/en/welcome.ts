export const welcome = {
  title: 'Know what a promote order brings before you pay',
  text: 'Foreclick simulates a promote order thousands of times and shows how many link clicks and orders to expect, with honest uncertainty. Everything stays on this computer.',
  openDemo: 'Open the demo',
  demoText: 'Two markets, a dozen creators and forty orders, all made up. Takes less than a minute.',
  own: 'Start with your own creator',
  making: 'Making the demo',
  madeOf: '{{done}} of the orders are simulated',
} as const
