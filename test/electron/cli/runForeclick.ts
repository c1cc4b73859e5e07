import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url))

export type Run = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** Starts the real command in a process of its own, without a browser. */
export function startForeclick(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, FORECLICK_BROWSER: 'none', ...env },
  })
  const seen = { stdout: '', stderr: '' }
  child.stdout.on('data', chunk => {
    seen.stdout += String(chunk)
  })
  child.stderr.on('data', chunk => {
    seen.stderr += String(chunk)
  })
  const ended = new Promise<Run>(resolve => {
    child.once('close', status => resolve({ status, ...seen }))
  })
  return { child, seen, ended }
}

/** Runs the real command in a process of its own to its end, with no input. */
export function runForeclick(...words: readonly string[]): Promise<Run> {
  const { child, ended } = startForeclick(words)
  child.stdin.end()
  return ended
}

/** A folder of its own that goes when the test ends. */
export function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), 'foreclick-cli-'))
  return {
    path,
    at: (name: string) => join(path, name),
    put(name: string, content: unknown) {
      const text = typeof content === 'string' ? content : JSON.stringify(content)
      writeFileSync(join(path, name), text)
      return join(path, name)
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  }
}

/** The order of interfaces.md 2, and one for the other market. */
export const gbOrder = {
  market: 'GB',
  creator: { birthDate: '1996-04-02', anchorAccess: true, accountType: 'creator' },
  video: { visibility: 'public', sound: 'original', category: 'beauty' },
  product: {
    source: 'tiktok_shop',
    name: 'Rose lip tint',
    url: 'https://shop.example/rose',
    price: '12.99',
    commissionRate: '0.12',
  },
  entrance: 'business_suite',
  goal: 'more_product_link_clicks',
  audience: { kind: 'custom', ageBands: ['18-24', '25-34'], genders: ['female'], interests: ['beauty'] },
  budget: { currency: 'GBP', total: '70.00' },
  durationDays: 7,
  startsAt: '2036-12-01T09:00',
  target: { linkClicks: 120 },
} as const

export const idOrder = {
  ...gbOrder,
  market: 'ID',
  product: { source: 'external', name: 'Kopi', url: 'https://kopi.example/1', price: '50000' },
  audience: { kind: 'automatic' },
  budget: { currency: 'IDR', total: '700000' },
} as const
