import { writeSync } from 'node:fs'

import { openWorkspace } from '../../db/openWorkspace.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { chanceOf } from './chance.ts'
import { playCommand, repeatable } from './playCommand.ts'

// Runs the commands of one part of a seeded run until it is killed; says so before each, and after each with its outcome.
// With a limit it closes the workspace after so many commands, and waits to be killed.
const [dataDir = '', seed = '0', part = '0', limit = 'none'] = process.argv.slice(2)
const workspace = valueOf(openWorkspace({ dataDir, now: Date.now, mode: 'write' }))
if (workspace.readOnly) throw new Error('Opened read-only')
const writer = repeatable(workspace.writer, Number(part))
const chance = chanceOf(Number(seed), Number(part))

for (let played = 0; String(played) !== limit; played++) {
  writeSync(1, 'begin\n')
  writeSync(1, `done ${playCommand(writer, chance)}\n`)
}
writeSync(1, 'closing\n')
workspace.close()
writeSync(1, 'closed\n')
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
