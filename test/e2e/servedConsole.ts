import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const command = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

/** A served console: the real command, backend, threads and database, on a folder of its own. */
export type ServedConsole = {
  readonly dataDir: string
  /** A fresh address with its token, as Enter in the terminal prints it. */
  readonly address: () => Promise<string>
  readonly stop: () => Promise<void>
}

export async function serve(dataDir: string): Promise<ServedConsole> {
  const child = spawn(process.execPath, [command, 'serve', '--data', dataDir, '--port', '0', '--no-open'], {
    stdio: 'pipe',
  })
  let said = ''
  let printed = 0
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const addresses = () => [...said.matchAll(/http:\/\/\S+/g)].map(match => match[0])
  const next = async (): Promise<string> => {
    while (addresses().length <= printed) {
      if (child.exitCode !== null) throw new Error(`foreclick serve ended: ${said}`)
      await setTimeout(20)
    }
    printed = addresses().length
    return addresses()[printed - 1] ?? ''
  }
  const first = await next()
  let isFirst = true
  return {
    dataDir,
    address() {
      if (isFirst) {
        isFirst = false
        return Promise.resolve(first)
      }
      child.stdin.write('\n')
      return next()
    },
    stop: () => ended(child),
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => {
      resolve()
    })
    child.kill('SIGINT')
  })
}

/** Makes a demo workspace with the command, once for a file of tests. */
export function makeDemo(dataDir: string): Promise<void> {
  const child = spawn(process.execPath, [command, 'demo', '--data', dataDir], { stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.once('exit', code => {
      if (code === 0) resolve()
      else reject(new Error(`foreclick demo ended with ${code}`))
    })
  })
}
