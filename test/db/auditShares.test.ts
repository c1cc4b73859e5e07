import { afterAll, beforeAll, expect, test } from 'vitest'

import { joinShares } from '../../core/audit/joinShares.ts'
import { openReader } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { auditShare, runAudit, type ShareAsked, sharesOf } from '../../db/runAudit.ts'
import { packedWorkspace } from '../electron/backend/evidence/packedWorkspace.ts'

let workspace: ReturnType<typeof packedWorkspace>
let opened: ReturnType<typeof openReader>
beforeAll(() => {
  workspace = packedWorkspace(7)
  workspace.write(writer => {
    // Something to find beside what the records are silent about.
    const [first = ''] = workspace.ids
    writer.prepare<[string]>('UPDATE delivery_day SET spend_minor = 9000000 WHERE order_id = ?').run(first)
  })
  opened = openReader(dataFolderAt(workspace.dataDir).database)
})
afterAll(() => {
  opened.close()
  workspace[Symbol.dispose]()
})

const asked = { from: null, to: null, orderId: null, now: Date.UTC(2027, 0, 1) }
const onProgress = () => undefined

const sharesAt = (ends: readonly string[]): readonly ShareAsked[] =>
  [...ends, null].map((upTo, i) => ({
    after: ends[i - 1] ?? '',
    upTo,
    withLog: i === 0,
    withRecords: i === ends.length,
  }))

test('A5, A40: an audit finds the same however its orders are shared out', () => {
  const ids = workspace.ids.toSorted()
  const whole = runAudit(opened.handle, asked, onProgress)
  expect(whole.orders).toBe(7)
  expect(whole.findings.map(({ rule }) => rule)).toContain('A5')
  for (const places of [[], [0], [3], [6], [1, 4], [0, 1, 2, 3, 4, 5, 6]]) {
    const shares = sharesAt(places.map(place => ids[place] ?? ''))
    const found = shares.map(share => auditShare(opened.handle, asked, { share, onProgress }))
    expect(joinShares(found)).toEqual(whole)
  }
})

test('A41: few orders are one share, very many are shared out without one left out or taken twice', () => {
  expect(sharesOf(opened.handle, asked, 4)).toEqual(sharesAt([]))
  workspace.write(writer => {
    const columns = writer
      .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('promote_order') WHERE name <> 'id'")
      .all()
      .map(({ name }) => `"${name}"`)
      .join(', ')
    writer
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
         INSERT INTO promote_order (id, ${columns}) SELECT printf('%05d', i), ${columns.replace('"state"', "'draft'")}
         FROM n, (SELECT ${columns} FROM promote_order LIMIT 1)`,
      )
      .run()
  })
  const shares = sharesOf(opened.handle, asked, 3)
  expect(shares).toHaveLength(3)
  expect(shares.map(({ after }) => after)).toEqual(['', ...shares.slice(0, -1).map(({ upTo }) => upTo)])
  expect(shares.at(-1)).toMatchObject({ upTo: null, withLog: false, withRecords: true })
  expect(sharesOf(opened.handle, asked, 64)).toHaveLength(4)
  expect(sharesOf(opened.handle, { orderId: shares[0]?.upTo ?? '' }, 3)).toEqual(sharesAt([]))
})
