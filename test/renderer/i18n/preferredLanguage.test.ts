import { expect, test } from 'vitest'

import { preferredLanguage } from '../../../renderer/i18n/preferredLanguage.ts'

test("U61: the console begins in the first of a person's languages that it speaks", () => {
  expect(preferredLanguage(['id-ID', 'en-US'])).toBe('id')
  expect(preferredLanguage(['en-GB', 'id'])).toBe('en')
  expect(preferredLanguage(['jv', 'in-ID', 'en'])).toBe('id')
  expect(preferredLanguage(['de-DE', 'fr'])).toBe('en')
  expect(preferredLanguage(['idx', 'enm', 'id'])).toBe('id')
  expect(preferredLanguage([])).toBe('en')
})
