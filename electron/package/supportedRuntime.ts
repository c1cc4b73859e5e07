import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Electron keeps its newest three majors up; security fixes reach no other (X11). */
const majorsKeptUp = 3

/** Why the pinned version of Electron is too old beside the newest one, both as `45.4.1`; undefined when it is not. */
export function whyTooOld(pinned: string, newest: string): string | undefined {
  const [own, latest] = [pinned, newest].map(version => {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`expected a version of Electron, got ${version}`)
    return Number.parseInt(version)
  })
  if (own === undefined || latest === undefined || own > latest - majorsKeptUp) return undefined
  return `Electron ${pinned} gets no security fixes any more: expected ${latest - majorsKeptUp + 1} or newer, as ${newest} is out`
}

/** The newest version, as the registry tells; undefined when it cannot be asked. */
function newestVersion(): string | undefined {
  try {
    return execFileSync('npm', ['view', 'electron', 'version'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

// As a program, in CI: fails when our runtime is no longer kept up.
if (import.meta.main) {
  const description = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const newest = newestVersion()
  const fault = newest === undefined ? undefined : whyTooOld(description.devDependencies.electron, newest)
  const fine =
    newest === undefined ? 'not compared: the registry cannot be asked' : `kept up, ${newest} is the newest`
  process.stderr.write(`Electron runtime: ${fault ?? fine}\n`)
  process.exitCode = fault === undefined ? 0 : 1
}
