import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

import { compileCache } from './compileCache.ts'

// `npm run integration`. V8 now and then loses track of a page of code when threads that strip types come and go
// (nodejs/node#64500), and aborts the process of a test file. Compiled beforehand, few threads strip any; where one does
// and aborts, that says nothing of the file: it is run again by itself. Whatever else goes wrong is not run again.
const abort = 'Check failed: jit_page.has_value()'
const aborted = /Worker exited unexpectedly with signal SIGTRAP .*while running test file (\S+)/g
const mostRuns = 4

process.env['NODE_COMPILE_CACHE'] = compileCache
spawnSync(process.execPath, [fileURLToPath(new URL('compileCache.ts', import.meta.url))], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))

function run(files: readonly string[]): Promise<{ readonly status: number; readonly said: string }> {
  const words = [vitest, 'run', '--project', 'integration', ...files]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const from of ['stdout', 'stderr'] as const)
    child[from].on('data', (chunk: Buffer) => {
      said += chunk.toString()
      process[from].write(chunk)
    })
  return new Promise(resolve => {
    child.once('close', status => resolve({ status: status ?? 1, said: stripVTControlCharacters(said) }))
  })
}

let files: readonly string[] = process.argv.slice(2)
for (let runs = 1; ; runs++) {
  const { status, said } = await run(files)
  process.exitCode = status
  files = [...new Set([...said.matchAll(aborted)].map(match => match[1] ?? ''))]
  const isAbortOnly = said.includes(abort) && files.length > 0 && !/\d+ failed/.test(said)
  if (status === 0 || !isAbortOnly || runs === mostRuns) break
  process.stderr.write(`\nThe engine aborted (${abort}); once more: ${files.join(' ')}\n`)
}
