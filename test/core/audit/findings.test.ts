import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { createTally } from '../../../core/audit/auditReport.ts'
import { type Finding, findingOf, type Severity } from '../../../core/audit/finding.ts'
import { fingerprintOf, stateOf } from '../../../core/audit/findingDecision.ts'

describe('findings', () => {
  const about = { orderId: 'o', subject: 'A video' }
  const found = (severity: Severity, part: string): Finding =>
    findingOf('A5', about, { case: 'spendAbovePaid', severity, part, values: {} })

  test('A17: a decision holds for the numbers it was made about; with others, or reopened, a finding is open', () => {
    const decision = { decision: 'accepted', reason: 'So', at: 1, who: 'user', isOutdated: false } as const
    expect(stateOf(null)).toBe('open')
    expect(stateOf(decision)).toBe('accepted')
    expect(stateOf({ ...decision, decision: 'reopened' })).toBe('open')
    expect(stateOf({ ...decision, isOutdated: true })).toBe('open')
    const one = found('error', '')
    const renamed: Finding = { ...one, subject: 'Renamed' }
    expect(fingerprintOf(one)).toBe(fingerprintOf(renamed))
    expect(fingerprintOf(one)).not.toBe(fingerprintOf({ ...one, severity: 'note' }))
  })

  test('A41: beyond the most that is kept the gravest stay, and all are counted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('error', 'warning', 'note'), { maxLength: 40 }), severities => {
        const tally = createTally(10)
        for (const [place, each] of severities.entries())
          tally.tell('A5', 'found', [found(each, String(place))])
        const kept = tally.findings().map(({ severity }) => severity)
        const order = ['error', 'warning', 'note']
        const gravest = severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).slice(0, 10)
        expect(kept).toEqual(gravest)
        const counted = tally.tallies()[0]?.findings ?? { error: 0, warning: 0, note: 0 }
        expect(counted.error + counted.warning + counted.note).toBe(severities.length)
      }),
    )
  })
})
