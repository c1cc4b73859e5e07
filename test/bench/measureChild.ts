import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'

export type Measured = {
  readonly stdout: string
  readonly seconds: number
  readonly cpuSeconds: number
  /** Highest memory of the process. */
  readonly mebibytes: number
}

/** Runs a program of Node in a process that does only that, and tells what it took. Throws when it does not end well. */
export function measureChild(words: readonly string[]): Measured {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', new URL('tellPeak.ts', import.meta.url).href, ...words],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stdout}${stderr}`)
  const told: Pick<Measured, 'mebibytes' | 'cpuSeconds'> = JSON.parse(
    stderr.trimEnd().split('\n').at(-1) ?? '',
  )
  return { stdout, seconds, ...told }
}

/** Under what a figure was measured: walls stretch when others want the processors. */
export function circumstances(cpuSeconds: number): string {
  const [load = 0] = loadavg()
  return `${cpuSeconds.toFixed(2)} s of processor, load ${load.toFixed(1)}`
}
