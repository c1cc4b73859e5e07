import { execFile } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { blobSource } from '../../../../electron/backend/evidence/verifier/blobSource.mjs'
import { verifyPack } from '../../../../electron/backend/evidence/verifier/verifyPack.mjs'
import { runCommandLine } from '../../../../electron/cli/runCommandLine.ts'
import { englishOnly } from '../../../fixtures/inIndonesian.ts'
import { closePack, type Files, openPack, otherKey, publicOf, resealed } from './forgePack.ts'
import { forgeries, wholeForgery } from './forgeries.ts'
import { type PackedWorkspace, packedWorkspace } from './packedWorkspace.ts'

const run = (...words: readonly string[]) => runCommandLine(words)
const node = promisify(execFile)

/** The verifier of a pack, in a folder where nothing else is, run by plain Node. */
async function runAlone(folder: string, words: readonly string[]) {
  try {
    const { stdout } = await node(process.execPath, ['verify.mjs', ...words], { cwd: folder, env: {} })
    return { status: 0, stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { status: code, stdout }
  }
}

let workspace: PackedWorkspace
let files: Files
let alone: string
let packOfOne: ReturnType<typeof packOne>

/** Two tests look at it. */
async function packOne() {
  const [id = ''] = workspace.ids
  const out = workspace.at('one.zip')
  const made = await run('evidence', '--data', workspace.dataDir, '--order', id, '--out', out, '--json')
  return { id, out, made }
}

beforeAll(async () => {
  workspace = packedWorkspace()
  const made = await run('checkpoint', '--data', workspace.dataDir, '--out', workspace.at('early.json'))
  if (made.status !== 0) throw new Error(made.stderr)
  const packed = await run('evidence', '--data', workspace.dataDir, '--out', workspace.at('pack.zip'))
  if (packed.status !== 0) throw new Error(packed.stderr)
  files = openPack(readFileSync(workspace.at('pack.zip')))
  writeFileSync(workspace.at('late.json'), files['checkpoint.json']!)
  alone = workspace.at('alone')
  mkdirSync(alone)
  writeFileSync(join(alone, 'verify.mjs'), files['verify.mjs']!)
  packOfOne = packOne()
  await packOfOne
})

afterAll(() => {
  workspace[Symbol.dispose]()
})

const keyId = () =>
  (JSON.parse(files['manifest.json']!) as { checkpoint: { keyId: string } }).checkpoint.keyId

test('L30, L31: a pack is sound for the command and for its own verifier, run by plain Node in an empty folder', async () => {
  expect(readdirSync(alone)).toEqual(['verify.mjs'])
  for (const words of [
    [],
    ['--checkpoint', workspace.at('early.json')],
    ['--checkpoint', workspace.at('late.json')],
    ['--key', keyId()],
  ]) {
    const own = await run('verify', workspace.at('pack.zip'), ...words)
    expect([own.status, own.stderr]).toEqual([0, ''])
    const theirs = await runAlone(alone, [workspace.at('pack.zip'), ...words])
    expect(theirs).toEqual({ status: 0, stdout: own.stdout })
  }
})

test('L22: what a chain inside one file cannot prove is said by the pack, the verifier and the command', async () => {
  const told = (await run('verify', workspace.at('pack.zip'))).stdout
  expect(told).toContain('Not proved by the pack alone: that the signing key is the right one.')
  expect(told).toContain('Not proved by the pack alone: that nothing was cut off at the end of the log.')
  const withCheckpoint = await run(
    'verify',
    workspace.at('pack.zip'),
    '--checkpoint',
    workspace.at('late.json'),
  )
  expect(withCheckpoint.stdout).not.toContain('by the pack alone')
  expect(withCheckpoint.stdout).toContain('Not proved by any log')
  expect(files['README.txt']).toContain('Whoever can write the data folder can write another log')
})

const exactly = (text: string) => new RegExp(`^${RegExp.escape(text)}$`)

describe('L32: forgeries', () => {
  test.each(forgeries)('L32: $name', async ({ forge, knows, code, entry, message }) => {
    const file = workspace.at('forged.zip')
    const key = createPrivateKey(readFileSync(join(workspace.dataDir, 'signing-key.pem')))
    const forged = forge(files, key)
    writeFileSync(file, forged)
    const words = {
      none: [],
      checkpoint: ['--checkpoint', workspace.at('late.json')],
      key: ['--key', keyId()],
    }[knows ?? 'none']
    const own = await run('verify', file, ...words, '--json')
    expect([own.status, own.stderr]).toEqual([1, ''])
    const { first } = JSON.parse(own.stdout) as { first: { code: string; entry: string; message: string } }
    expect(first.code).toBe(code)
    expect(first.entry).toMatch(typeof entry === 'string' ? exactly(entry) : entry)
    expect(first.message).toMatch(message)
    expect(englishOnly([first.message])).toEqual([])
    expect(await runAlone(alone, [file, ...words, '--json'])).toEqual({ status: 1, stdout: own.stdout })
    const checkpoint = knows === 'checkpoint' ? files['checkpoint.json'] : undefined
    const given = { checkpoint, keyId: knows === 'key' ? keyId() : undefined }
    const inPage = await verifyPack(blobSource(new Blob([Uint8Array.from(forged)])), given)
    expect(inPage).toEqual(JSON.parse(own.stdout))
  })

  test('L22: a log written anew under another key is not caught by itself, and is told by its fingerprint', async () => {
    const file = workspace.at('forged.zip')
    const other = publicOf(otherKey).keyId
    writeFileSync(file, wholeForgery(files, other))
    const told = await run('verify', file)
    expect(told.status).toBe(0)
    expect(told.stdout).toContain(other.match(/.{4}/g)!.join('-'))
    expect(told.stdout).toContain('that the signing key is the right one')
    expect((await run('verify', file, '--key', keyId())).status).toBe(1)
    expect((await run('verify', file, '--checkpoint', workspace.at('early.json'))).status).toBe(1)
  })

  test('L31: what is no pack at all is refused by both without a stack', async () => {
    const cases: readonly (readonly [string, Uint8Array])[] = [
      ['empty', new Uint8Array(0)],
      ['text', Buffer.from('not a zip')],
      ['cut', readFileSync(workspace.at('pack.zip')).subarray(0, 5000)],
      ['other', closePack({ 'a.txt': 'a' })],
    ]
    for (const [name, bytes] of cases) {
      writeFileSync(workspace.at(name), bytes)
      const own = await run('verify', workspace.at(name))
      expect([own.status, own.stderr]).toEqual([1, ''])
      expect(own.stdout).toContain(name === 'other' ? '[missing_file]' : '[not_a_zip]')
      expect(await runAlone(alone, [workspace.at(name)])).toEqual({ status: 1, stdout: own.stdout })
    }
    expect((await run('verify', workspace.at('none'))).status).toBe(2)
    expect((await runAlone(alone, [workspace.at('none')])).status).toBe(2)
  })
})

test('L30: a pack of one order holds its entries, stands for the others by hashes and fits every checkpoint', async () => {
  const { id, out, made } = await packOfOne
  expect(made.status).toBe(0)
  expect(JSON.parse(made.stdout)).toMatchObject({
    counts: { orders: 1 },
    scope: { orders: [id], wholeLog: false },
  })
  const one = openPack(readFileSync(out))
  expect(one['log/chain.jsonl']).toContain('{"block":{')
  for (const other of workspace.ids.slice(1)) expect(Object.values(one).join('\n')).not.toContain(other)
  for (const kept of ['early.json', 'late.json'])
    expect((await run('verify', out, '--checkpoint', workspace.at(kept))).status).toBe(0)
})

test('L22: a checkpoint that ends among entries a pack leaves out cannot be compared with it, and that is no pass', async () => {
  const { out } = await packOfOne
  const chain = openPack(readFileSync(out))['log/chain.jsonl']!.split('\n')
  const gap = chain.find(line => /"leaves":(?!1\D)/.test(line))!
  const { block } = JSON.parse(gap) as { block: { from: number } }
  const key = createPrivateKey(readFileSync(join(workspace.dataDir, 'signing-key.pem')))
  const inside = { size: block.from + 1, root: 'ab'.repeat(32) }
  writeFileSync(workspace.at('inside.json'), resealed(files, key, inside)['checkpoint.json']!)
  const told = await run('verify', out, '--checkpoint', workspace.at('inside.json'))
  expect(told.status).toBe(1)
  expect(told.stdout).toContain(`log entry ${inside.size}: the checkpoint that was given ends among entries`)
  expect(told.stdout).toContain('[cannot_compare]')
})

test('A41, L30: a pack of a period has the orders that an audit of it judges: those that run in it', async () => {
  // Paid on 23 November, under way from 1 to 8 December.
  const data = ['--data', workspace.dataDir, '--json'] as const
  const judged = async (...period: readonly string[]) => {
    const { stdout } = await run('audit', ...data, ...period, '--no-rerun')
    return (JSON.parse(stdout) as { orders: number }).orders
  }
  const period = ['--from', '2026-11-24', '--to', '2026-12-01']
  const { stdout } = await run('evidence', ...data, ...period, '--out', workspace.at('period.zip'))
  expect(JSON.parse(stdout)).toMatchObject({ counts: { orders: 3 } })
  expect(await judged(...period)).toBe(3)
  const before = ['--to', '2026-11-30']
  const refused = await run('evidence', ...data, ...before, '--out', workspace.at('before.zip'))
  expect(refused.stdout).toContain('Expected paid orders that run until 2026-11-30, got none.')
  expect(await judged(...before)).toBe(0)
})

test('L33, U20: the same records make the same bytes, and no cell of a CSV is a formula', async () => {
  const cells: string[][] = parse(files['csv/orders.csv']!, { relax_column_count: false })
  const product = cells[0]!.indexOf('product')
  expect(cells.slice(1).map(row => row[product])).toEqual(
    Array.from({ length: 3 }, () => `'=1+1 tint, "rose"`),
  )
  const again = await run('evidence', '--data', workspace.dataDir, '--out', workspace.at('again.zip'))
  expect(again.status).toBe(0)
  const other = openPack(readFileSync(workspace.at('again.zip')))
  const timed = new Set([
    'manifest.json',
    'manifest.sig',
    'checkpoint.json',
    'README.txt',
    'documents/audit-report.en.pdf',
    'documents/audit-report.id.pdf',
  ])
  const untimed = (all: Files) => Object.fromEntries(Object.entries(all).filter(([name]) => !timed.has(name)))
  expect(untimed(other)).toEqual(untimed(files))
})

test('L22: the key is for its owner alone, is named in the log, and a lost one is replaced by a new one that the log tells of', async () => {
  using own = packedWorkspace(1)
  const key = join(own.dataDir, 'signing-key.pem')
  const pack = async (name: string) => run('evidence', '--data', own.dataDir, '--out', own.at(name), '--json')
  const first = JSON.parse((await pack('a.zip')).stdout) as { checkpoint: { keyId: string } }
  expect(statSync(key).mode & 0o777).toBe(0o600)
  chmodSync(key, 0o644)
  const open = await pack('b.zip')
  expect(open.status).toBe(2)
  expect(open.stdout).toContain('only its owner can read')
  rmSync(key)
  const second = JSON.parse((await pack('c.zip')).stdout) as { checkpoint: { keyId: string } }
  expect(second.checkpoint.keyId).not.toBe(first.checkpoint.keyId)
  const keys = openPack(readFileSync(own.at('c.zip')))['log/chain.jsonl']!.match(/"what":"recordKey"/g)
  expect(keys).toHaveLength(2)
  expect(openPack(readFileSync(own.at('c.zip')))['log/chain.jsonl']).toContain(
    `"replaces":"${first.checkpoint.keyId}"`,
  )
  expect((await run('verify', own.at('c.zip'))).status).toBe(0)
  writeFileSync(key, 'not a key', { mode: 0o600 })
  expect((await pack('d.zip')).stdout).toContain("expected the workspace's Ed25519 key")
  expect(readdirSync(own.folder).toSorted()).toEqual(['a.zip', 'c.zip', 'data'])
})

test('U11: evidence is asked for rightly or refused with status 2, and nothing is written', async () => {
  using own = packedWorkspace(1)
  const refused = async (...words: readonly string[]) => {
    const told = await run('evidence', '--data', own.dataDir, ...words)
    expect([told.status, told.stdout]).toEqual([2, ''])
    return told.stderr
  }
  const out = ['--out', own.at('x.zip')]
  expect(await refused(...out, '--from', '2026-02-30')).toContain('--from: expected a date that exists')
  expect(await refused(...out, '--from', '2026-02-02', '--to', '2026-02-01')).toContain(
    '--to: expected a day from',
  )
  expect(await refused(...out, '--order', 'nobody')).toContain(
    'order: expected ids of orders, received nobody',
  )
  expect(await refused(...out, '--order', own.ids[0]!, '--to', '2026-02-01')).toContain(
    'either orders or days',
  )
  expect(await refused(...out, '--to', '2026-01-01')).toContain(
    'Expected paid orders that run until 2026-01-01',
  )
  expect(await refused('--out', own.dataDir)).toContain('expected a file that is not there yet')
  expect(readdirSync(own.folder)).toEqual(['data'])
})
