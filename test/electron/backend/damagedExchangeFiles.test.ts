import { writeFileSync } from 'node:fs'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { describeFile } from '../../../electron/backend/exchange/describeFile.ts'
import { ExchangeFault } from '../../../electron/backend/exchange/exchangeFault.ts'
import { workbookFile } from '../../fixtures/workbookFile.ts'
import { fileOf, fixture } from './exchangeFile.ts'

const wholeFiles = [
  ...['tiktokAds.csv', 'metaAds.csv', 'googleAds.csv', 'deliveryHistory.csv'].map(name =>
    Buffer.from(fixture(name)),
  ),
  workbookFile([
    ['By Day', 'Campaign name', 'Cost', 'Impressions'],
    [{ date: 46_352 }, 'A', 12.5, 1000],
    ['2026-11-27', { inline: 'B' }, '1,234.50', 900],
  ]),
]

const damage = fc.record({
  file: fc.constantFrom(...wholeFiles),
  /** Bytes that are put over others, each at a share of the file. */
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
    maxLength: 6,
  }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
})

test('U11: whatever is damaged in a file, it is read or refused with what was found; nothing else comes out', async () => {
  const file = fileOf('report.csv', '')
  const outcomes = { read: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(damage, async ({ file: whole, changes, kept }) => {
      const bytes = Buffer.from(whole)
      for (const [share, byte] of changes) bytes[Math.floor(share * (bytes.length - 1))] = byte
      writeFileSync(file, bytes.subarray(0, Math.ceil(kept * bytes.length)))
      const found = await outcomeOf(file)
      outcomes[found.kind]++
      expect(found).toEqual({ kind: found.kind, isWhole: true })
    }),
    { numRuns: 400 },
  )
  expect(outcomes.read).toBeGreaterThan(20)
  expect(outcomes.refused).toBeGreaterThan(20)
})

/** Whether a file was read or refused, and whether all that was said of it holds together. */
async function outcomeOf(
  file: string,
): Promise<{ readonly kind: 'read' | 'refused'; readonly isWhole: boolean }> {
  try {
    const { report } = await describeFile(file, 'report.csv')
    return { kind: 'read', isWhole: report.rows === report.kept + report.left }
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error
    const { message, problems = [] } = error.failure
    const isSaid =
      problems.length > 0 && problems.every(({ expected, received }) => expected !== '' && received !== '')
    return { kind: 'refused', isWhole: isSaid && message === 'report.csv cannot be imported' }
  }
}
