import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { checkpointBytes, checkpointFingerprint } from '../../../core/audit/checkpoint.ts'
import { entryBytes, entryText, firstPrevious, type LogEntry } from '../../../core/audit/logEntry.ts'
import { leafHash } from '../../../core/audit/merkleTree.ts'
import { verifyLog } from '../../../core/audit/verifyLog.ts'

function someLog(count: number): LogEntry[] {
  const entries: LogEntry[] = []
  let previous = firstPrevious
  for (let seq = 0; seq < count; seq++) {
    const entry: LogEntry = {
      seq,
      at: 1_790_000_000_000 + seq * 1000,
      who: 'dewi',
      what: 'saveDraft',
      subject: { kind: 'order', id: `o-${seq % 7}` },
      payload: { budgetMinor: 7000 + seq, note: 'é “quoted”' },
      previous,
    }
    entries.push(entry)
    previous = bytesToHex(leafHash(entryBytes(entry)))
  }
  return entries
}

const verify = (entries: readonly LogEntry[]) => verifyLog(entries.map(entry => ({ text: entryText(entry) })))

test('L10: an entry has one text, whatever the order of its fields', () => {
  const entry: LogEntry = {
    previous: firstPrevious,
    payload: { b: 1, a: [true, null, 'é', 1e21] },
    subject: { id: 'o-1', kind: 'order' },
    what: 'payOrder',
    who: 'dewi',
    at: 1_790_000_000_000,
    seq: 0,
  }
  expect(entryText(entry)).toBe(
    '{"at":1790000000000,"payload":{"a":[true,null,"é",1e+21],"b":1},' +
      `"previous":"${firstPrevious}","seq":0,"subject":{"id":"o-1","kind":"order"},"what":"payOrder","who":"dewi"}`,
  )
  expect(bytesToHex(leafHash(entryBytes(entry)))).toBe(
    '62f4272a89902e669c5aa41cb87881857137e2b2856d61c8466f851322c5fd8d',
  )
})

test('L24: a whole log verifies, and a clock that was set back is counted, not refused', () => {
  const log = someLog(20)
  expect(verify(log)).toMatchObject({ ok: true, size: 20, clockSteps: 0 })
  expect(verify([])).toMatchObject({ ok: true, size: 0 })
})

test('L23: a changed, deleted, added, moved or repeated entry is found at its place', () => {
  const place = fc.integer({ min: 0, max: 17 })
  fc.assert(
    fc.property(place, fc.constantFrom('change', 'delete', 'insert', 'swap', 'repeat'), (at, how) => {
      const log = someLog(20)
      const forged = log.flatMap((entry, i): LogEntry[] => {
        if (i !== at) return how === 'swap' && i === at + 1 ? [] : [entry]
        if (how === 'change') return [{ ...entry, payload: { budgetMinor: 1 } }]
        if (how === 'delete') return []
        if (how === 'insert') return [{ ...entry, what: 'forged' }, entry]
        if (how === 'swap') return [log[i + 1]!, entry]
        return [entry, entry]
      })
      const verdict = verify(forged)
      // A changed entry is found where the next one does not follow it.
      const found = how === 'change' || how === 'insert' || how === 'repeat' ? at + 1 : at
      expect(verdict).toMatchObject({ ok: false, seq: found })
    }),
    { numRuns: 120 },
  )
})

test('L22, L23: a tail that was cut off verifies by itself, and shows against a checkpoint of the longer log', () => {
  const log = someLog(20)
  const [whole, cut] = [verify(log), verify(log.slice(0, 15))]
  expect(cut).toMatchObject({ ok: true, size: 15 })
  expect(whole.ok && cut.ok && whole.root === cut.root).toBe(false)
  // So does a changed last entry, which no other follows.
  const changed = verify([...log.slice(0, 19), { ...log[19]!, who: 'mallory' }])
  expect(changed).toMatchObject({ ok: true, size: 20 })
  expect(changed.ok && whole.ok && changed.root === whole.root).toBe(false)
})

test('L23: what is not an entry is refused with its place', () => {
  const texts = someLog(3).map(entryText)
  for (const bad of ['', 'null', '[]', '{"seq":2}', texts[2]!.slice(0, 40)])
    expect(verifyLog([...texts.slice(0, 2), bad].map(text => ({ text })))).toMatchObject({
      ok: false,
      seq: 2,
    })
})

test('L23: an entry is read at its own names, whatever its payload and its texts hold', () => {
  const tricky = fc.constantFrom(
    { previous: 'x', seq: 9, subject: { id: 'a', kind: 'b' }, what: 'w', who: 'v' },
    '","previous":"' + 'a'.repeat(64) + '","seq":7,"subject":{"id":"o","kind":"k"},"what":"w","who":"v"}',
    { deep: { previous: firstPrevious, seq: 3 } },
    'back\\slash and "quote"',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(tricky, fc.jsonValue()), { maxLength: 8 }),
      fc.string(),
      (payloads, name) => {
        let previous = firstPrevious
        const log = payloads.map((payload, seq): LogEntry => {
          const entry = {
            seq,
            at: -5 + seq,
            who: name,
            what: name,
            subject: { kind: name, id: name },
            payload,
            previous,
          }
          previous = bytesToHex(leafHash(entryBytes(entry)))
          return entry
        })
        expect(verify(log)).toMatchObject({ ok: true, size: payloads.length })
      },
    ),
  )
})

test('L23: an entry in any other form than its canonical one is refused', () => {
  const [text = ''] = someLog(1).map(entryText)
  const forms = [
    ` ${text}`,
    `${text} `,
    text.replace('"at":', '"at": '),
    text.replace(firstPrevious, firstPrevious.slice(1)),
    text.replace(firstPrevious, 'A'.repeat(64)),
    text.replace('"who":"dewi"', '"who":7'),
    text.replace('},"what"', '},"more":1,"what"'),
    text.replace(',"who":"dewi"', ''),
    `${text.slice(0, -1)},"zeal":1}`,
  ]
  for (const form of forms) expect(verifyLog([{ text: form }])).toMatchObject({ ok: false, seq: 0 })
})

test('L22: a checkpoint has one form to sign and a short one to print', () => {
  const checkpoint = { size: 12, root: 'ab'.repeat(32), at: 1_790_000_000_000, keyId: 'k-1' }
  expect(new TextDecoder().decode(checkpointBytes(checkpoint))).toBe(
    `{"at":1790000000000,"keyId":"k-1","root":"${'ab'.repeat(32)}","size":12}`,
  )
  expect(checkpointFingerprint(checkpoint)).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{2}$/)
  expect(checkpointFingerprint({ ...checkpoint, size: 13 })).not.toBe(checkpointFingerprint(checkpoint))
})
