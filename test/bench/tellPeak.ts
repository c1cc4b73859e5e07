import { readFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// Preloaded into a process that is measured: at its end it tells on stderr what it took. Linux keeps the highest memory of the process that
// started another one in `maxRSS`, so the kernel is asked for the peak of this program alone.
if (isMainThread)
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const peak = peakOf('/proc/self/status') ?? maxRSS
    process.stderr.write(
      `\n${JSON.stringify({ mebibytes: peak / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 })}\n`,
    )
  })

/** In KiB; undefined where the system has no such file. */
function peakOf(file: string): number | undefined {
  try {
    const digits = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
    return digits === undefined ? undefined : Number(digits)
  } catch {
    return undefined
  }
}
