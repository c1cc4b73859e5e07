import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type LogLimits = {
  /** A file that would grow above this is put aside, and a new one begun. */
  readonly mostBytes: number
  /** Files that are kept beside the present one. */
  readonly mostKept: number
}

const usualLimits: LogLimits = { mostBytes: 256 * 1024, mostKept: 4 }

/** Lines in `foreclick.log` of a folder, and in `foreclick.1.log` and on, the newest first, of what was put aside. */
export type LogFile = {
  /** Appends a line. A disk that is full or a folder that cannot be written loses it, and nobody waits for it. */
  readonly append: (line: string) => void
  /** The last lines that can be read, in their order. */
  readonly last: (count: number) => readonly string[]
}

export function openLogFile(folder: string, { mostBytes, mostKept }: LogLimits = usualLimits): LogFile {
  const name = (age: number) => join(folder, age === 0 ? 'foreclick.log' : `foreclick.${age}.log`)
  const ages = Array.from({ length: mostKept + 1 }, (_, age) => age)
  let bytes: number | undefined

  function rotate(): void {
    rmSync(name(mostKept), { force: true })
    for (const age of ages.slice(0, -1).toReversed())
      if (existsSync(name(age))) renameSync(name(age), name(age + 1))
    bytes = 0
  }

  return {
    append(line) {
      const text = `${line}\n`
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        bytes ??= existsSync(name(0)) ? statSync(name(0)).size : 0
        if (bytes + Buffer.byteLength(text) > mostBytes) rotate()
        appendFileSync(name(0), text, { mode: 0o600 })
        bytes += Buffer.byteLength(text)
      } catch {
        // The work goes on without its log; what the file holds is looked at anew with the next line.
        bytes = undefined
      }
    },
    last(count) {
      const lines: string[] = []
      for (const age of ages) {
        if (lines.length >= count) break
        lines.unshift(...linesOf(name(age)))
      }
      return lines.slice(-count)
    },
  }
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
  } catch {
    return []
  }
}
