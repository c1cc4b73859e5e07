import { type ChildProcess, fork } from 'node:child_process'
import type { EventEmitter } from 'node:events'

/**
 * Runs a built entry of the utility process in a Node process of its own, and gives the shell's end of the wire. `onStart`
 * is told of the process, so that a test can watch it or end it.
 */
export function forkBuilt(
  entry: string,
  words: readonly string[],
  onStart: (child: ChildProcess) => void = () => {},
) {
  const child = fork(entry, words, {
    execArgv: ['--import', new URL('parentPort.ts', import.meta.url).href],
    serialization: 'advanced',
  })
  onStart(child)
  return {
    postMessage: (said: object) => void child.send(said),
    kill: () => child.kill(),
    on: (event: string, listener: unknown) => (child as EventEmitter).on(event, listener as () => void),
  }
}
