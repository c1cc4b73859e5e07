import { expect, test } from 'vitest'

import { editedProfile } from '../../../core/market/editedProfile.ts'
import { marketPriorOf } from '../../../core/market/marketPriorOf.ts'
import { marketProfiles } from '../../../core/market/profiles.ts'

const sourced = { source: 'Own orders', date: '2026-11', grade: 'C' }

test('RA2: an edited assumption makes another version, none the shipped one', () => {
  const edited = editedProfile('GB', { cpmMedian: { ...sourced, value: 9.1 } })
  const version = expect.stringMatching(/^GB-2026\.11\.1\+[0-9a-f]{12}$/)
  const entries = { cpmMedian: { value: 9.1, grade: 'C' } }
  expect(edited).toMatchObject({ ok: true, value: { version, entries } })
  expect(editedProfile('GB', {})).toEqual({ ok: true, value: marketProfiles.GB })
})

test('CM3: an assumption that cannot be names its place, and an unknown entry the nearest one', () => {
  expect(editedProfile('GB', { ctrMedian: { ...sourced, value: 2 } })).toMatchObject({
    failure: { problems: [{ path: 'entries.ctrMedian.value', received: '2' }] },
  })
  expect(editedProfile('GB', {}, 'cpmMedia')).toMatchObject({
    failure: { problems: [{ path: 'entry', hint: 'did you mean cpmMedian?' }] },
  })
  const apart = { priceCtrCorrelation: 0.9, priceCvrCorrelation: 0.9, ctrCvrCorrelation: -0.9 }
  const edits = Object.fromEntries(Object.entries(apart).map(([key, value]) => [key, { ...sourced, value }]))
  expect(editedProfile('GB', edits)).toMatchObject({ failure: { problems: [{ path: 'entries' }] } })
})

test('RA1: learning starts from the medians, spreads and correlations of the profile', () => {
  const { entries } = marketProfiles.ID
  const prior = marketPriorOf(marketProfiles.ID)
  expect(prior).toMatchObject({ market: 'ID', currency: 'IDR' })
  expect(prior.mean[0]).toBe(Math.log(entries.cpmMedian.value))
  expect(prior.covariance[4]).toBeCloseTo(entries.ctrSigma.value ** 2, 12)
  expect(prior.covariance[1]).toBeCloseTo(
    entries.priceCtrCorrelation.value * entries.cpmSigma.value * entries.ctrSigma.value,
    12,
  )
})
