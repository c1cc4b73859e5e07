import { test } from './console.ts'
import { keyboardHand, mouseHand } from './hands.ts'
import { walkJourney } from './managerJourney.ts'

test('F2, U40: a manager works from a creator to an order put away, by mouse', async ({ empty: page }) => {
  test.setTimeout(120_000)
  await walkJourney(page, mouseHand(page))
})

test('F2, U40, U41: the same journey by keys alone', async ({ empty: page }) => {
  test.setTimeout(120_000)
  await walkJourney(page, keyboardHand(page))
})
