import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect, test } from 'vitest'

import { openBackend } from './testBackend.ts'

const payingProcess = fileURLToPath(new URL('payingProcess.ts', import.meta.url))
const kills = 50

/** Lets the process pay for a moment and kills it; answers with the ids it asked to pay and those it saw paid. */
function payUntilKilled(
  dataDir: string,
  delayMs: number,
): Promise<{ readonly asked: string[]; readonly paid: string[]; readonly signal: string | null }> {
  // Fifty starts of the same program: compiled once.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'foreclick-compiled') }
  const child = spawn(process.execPath, [payingProcess, dataDir], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  return new Promise(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), delayMs)
      said += chunk.toString()
    })
    child.on('close', (_code, signal) => {
      const ids = (word: string) =>
        [...said.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map(match => match[1] ?? '')
      resolve({ asked: ids('asks'), paid: ids('paid'), signal })
    })
  })
}

test(
  'D42: after 50 kills during payments every order is unpaid, or paid with its frozen forecast',
  { timeout: 300_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'foreclick-killed-'))
    const asked: string[] = []
    const paid: string[] = []
    for (let kill = 0; kill < kills; kill++) {
      const round = await payUntilKilled(dataDir, (kill * 7) % 60)
      expect(round.signal).toBe('SIGKILL')
      asked.push(...round.asked)
      paid.push(...round.paid)
    }
    const open = await openBackend(dataDir)
    try {
      const rows = await open.get('listOrders', {})
      let kept = 0
      for (const row of rows) {
        const order = await open.get('getOrder', { id: row.id })
        const isPaid = row.state === 'in_review'
        expect([order.payment !== null, order.forecast !== null, row.state]).toEqual([
          isPaid,
          isPaid,
          isPaid ? 'in_review' : 'draft',
        ])
        if (isPaid) kept++
      }
      const paidRows = new Set(rows.filter(row => row.state === 'in_review').map(row => row.id))
      for (const id of paid) expect(paidRows.has(id)).toBe(true)
      // The kills landed among payments: some were asked for and never acknowledged.
      expect(paid.length).toBeGreaterThan(kills / 2)
      expect(asked.length).toBeGreaterThan(paid.length)
      process.stdout.write(
        `${kills} kills, ${asked.length} payments asked, ${paid.length} acknowledged, ${kept} kept, 0 half done\n`,
      )
    } finally {
      await open.close()
    }
  },
)
