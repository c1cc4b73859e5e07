import SqliteDatabase from 'better-sqlite3'
import * as v from 'valibot'

import { contract, type Method } from '../../../../core/contract/contract.ts'
import { failure } from '../../../../core/contract/failure.ts'
import { dataFolderAt } from '../../../../db/dataFolder.ts'
import { startWebHost } from '../../../../electron/web/webHost.ts'
import { englishOnlyIn } from '../../../fixtures/inIndonesian.ts'
import { contentOf } from '../../../soak/contentOf.ts'
import { asPage, enter } from '../../web/send.ts'
import { makePage } from '../../web/testHost.ts'
import type { TestBackend } from '../testBackend.ts'
import { keepConnection, type Reply } from './keptConnection.ts'

const refusal = v.strictObject({ ok: v.literal(false), failure })

/** A stack, or a place of this program or of the person's files: nothing of it is anybody's business. */
const place = /\bat .*:\d+|node_modules|\.[tj]s\b|Error: /

/** How a request ended: `ok`, or why not. */
export type Ending = 'ok' | `refused: ${string}`

/** The browser console of a backend, asked as a page does it, with what must hold after every request. */
export async function startFuzzedHost(open: TestBackend) {
  const page = makePage()
  const host = await startWebHost({ backend: open.backend, pageDir: page.pageDir, now: Date.now })
  const { cookie } = await enter(host.mintToken())
  const { database: file } = dataFolderAt(open.dataDir)
  const watching = new SqliteDatabase(file, { readonly: true })
  const version = watching.prepare('PRAGMA data_version').pluck()
  const counts = new Map<string, number>()
  const headers = { Host: `127.0.0.1:${host.port}`, ...asPage(host.port, cookie) }
  const connection = keepConnection(
    host.port,
    Object.entries(headers).map(pair => pair.join(': ')),
  )

  /** Throws when the reply breaks the contract, tells a place or a fault of the program, or a refused request wrote. */
  async function ask(method: string, body: string): Promise<Ending> {
    const before = version.get()
    const { status, text } = await connection.post(`/api/${encodeURIComponent(method)}`, body)
    const ending = endingOf(method, { status, text }, open.dataDir)
    if (ending !== 'ok' && version.get() !== before) throw new Error(`refused, and wrote: ${text}`)
    counts.set(ending, (counts.get(ending) ?? 0) + 1)
    return ending
  }

  return {
    ask,
    /** How many ended how. */
    report(title: string) {
      const sent = counts.values().reduce((sum, count) => sum + count, 0)
      const lines = [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([ending, count]) => `  ${count} ${ending}`)
      return `${title}: ${sent} sent\n${lines.join('\n')}\n`
    },
    /** Of all rows of all tables. */
    content: () => contentOf(file).hash,
    async close() {
      watching.close()
      connection.close()
      await host.close()
      page.remove()
    },
  }
}

function endingOf(method: string, { status, text }: Reply, dataDir: string): Ending {
  // Refused before it was routed, in words of the host's own.
  if (status === 400 && text === 'This is not a path of the console.\n') return 'refused: 400 no path'
  const reply: unknown = JSON.parse(text)
  const refused = v.safeParse(refusal, reply)
  if (!refused.success) {
    v.parse(v.strictObject({ ok: v.literal(true), value: contract[method as Method].reply }), reply)
    if (status !== 200) throw new Error(`status ${status} with a good answer: ${text}`)
    return 'ok'
  }
  const { code, message } = refused.output.failure
  if (code === 'internal') throw new Error(`a fault of the program: ${text}`)
  if (place.test(message) || text.includes(dataDir)) throw new Error(`tells a place: ${text}`)
  const english = englishOnlyIn(refused.output.failure)
  if (english.length > 0) throw new Error(`no Indonesian for: ${english.join('; ')}`)
  return `refused: ${status === 200 ? code : `${status} ${code}`}`
}
