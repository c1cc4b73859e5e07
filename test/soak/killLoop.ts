import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type SqliteDatabase from 'better-sqlite3'

import { checkWorkspace } from '../../db/checkWorkspace.ts'
import { type WorkspaceDb, openWorkspace } from '../../db/openWorkspace.ts'
import { saveSampleOrder } from '../db/fixtures/saveSampleOrder.ts'
import { type Child, spawnChild } from '../db/fixtures/spawnChild.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { type Chance, chanceOf } from './chance.ts'
import { contentOf } from './contentOf.ts'
import { playCommand, repeatable } from './playCommand.ts'

/** After so many kills the workspace is checked down to its last row, and not only compared. */
const fullCheckEvery = 10
/** The workspace grows for so many kills, and then a new one begins. */
const killsPerWorkspace = 100
/** Draws of the kills are apart from those of the commands. */
const killsPart = 1_000_000

export type KillFigures = {
  kills: number
  /** Kills that landed between the beginning of a command and its acknowledgement. */
  inCommand: number
  /** Kills that landed while the workspace was opened or closed. */
  inOpening: number
  inClosing: number
  acknowledged: number
  /** Kills that left a change of the file to be undone, by the journal beside it. */
  inJournal: number
  /** Commands that a kill ended before they were acknowledged, but after they were committed: whole. */
  unheard: number
  lost: number
  halfDone: number
  fullChecks: number
  /** What was lost or half done, with what replays it. */
  faults: string[]
}

export type KillOptions = {
  /** An empty folder. */
  readonly folder: string
  /** The bundled commandLoop.ts. */
  readonly script: URL
  readonly seed: number
  readonly cycles: number
  readonly onCycle?: (figures: KillFigures) => void
}

/**
 * Kills a process at random while it runs random commands on a workspace, again and again (D42). A second workspace, whose
 * process is never killed, runs what was acknowledged: after each kill both hold the same rows, or the first holds those
 * of one more whole command. What is not so is counted, and a new pair of workspaces begins. Throws, with the seed, when a
 * check of the workspace fails.
 */
export async function killAtRandom({
  folder,
  script,
  seed,
  cycles,
  onCycle,
}: KillOptions): Promise<KillFigures> {
  const figures: KillFigures = {
    kills: 0,
    inCommand: 0,
    inOpening: 0,
    inClosing: 0,
    inJournal: 0,
    acknowledged: 0,
    unheard: 0,
    lost: 0,
    halfDone: 0,
    fullChecks: 0,
    faults: [],
  }
  let pair: Pair | undefined
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      if (cycle % killsPerWorkspace === 0 || !pair) {
        pair?.twin.close()
        pair = startPair(join(folder, String(cycle)))
      }
      const killed = await killOnce(pair.dataDir, { script, seed, part: cycle + 1 })
      count(figures, killed)
      if (undoneHere(pair.dataDir)) figures.inJournal++
      if (!isSame(pair, killed, { seed, part: cycle + 1, figures })) {
        pair.twin.close()
        pair = undefined
        continue
      }
      if (cycle % 2 === 0) goOnHere(pair, { seed, part: -cycle - 1 })
      if (cycle % fullCheckEvery === 0 || cycle === cycles - 1) checkWhole(pair.dataDir, seed, figures)
      onCycle?.(figures)
    }
    return figures
  } finally {
    pair?.twin.close()
  }
}

type Writable = Extract<WorkspaceDb, { readonly readOnly: false }>
type Pair = { readonly dataDir: string; readonly twinFile: string; readonly twin: Writable }
type Part = { readonly seed: number; readonly part: number }

/** Two workspaces with the same rows. */
function startPair(folder: string): Pair {
  const dataDir = join(folder, 'killed')
  const begun = openToWrite(dataDir)
  saveSampleOrder(repeatable(begun.writer, 0))
  begun.close()
  // Makes the folder, and leaves nothing in it that matters.
  openToWrite(join(folder, 'twin')).close()
  const twinFile = join(folder, 'twin', 'foreclick.db')
  copyFileSync(join(dataDir, 'foreclick.db'), twinFile)
  const twin = openToWrite(join(folder, 'twin'))
  // Nothing ends the twin: it need not wait for the disk.
  const { $client } = twin.writer.write as unknown as { readonly $client: SqliteDatabase.Database }
  $client.pragma('synchronous = OFF')
  return { dataDir, twinFile, twin }
}

function openToWrite(dataDir: string): Writable {
  const opened = valueOf(openWorkspace({ dataDir, now: Date.now, mode: 'write' }))
  if (opened.readOnly) throw new Error(`${dataDir}: expected to write, got a read-only workspace`)
  return opened
}

type Killed = {
  /** How each acknowledged command ended, in order. */
  readonly done: readonly string[]
  /** The last word of the child. */
  readonly last: string | undefined
}

/** Starts a child and kills it: while it opens, at a random moment of its work, or while it closes. */
async function killOnce(dataDir: string, { script, seed, part }: Part & { script: URL }): Promise<Killed> {
  const chance = chanceOf(seed, killsPart + part)
  const where = chance.pick(['opening', 'work', 'work', 'work', 'work', 'work', 'work', 'closing'])
  const commands = chance.upTo(30)
  const limit = where === 'closing' ? String(commands) : 'none'
  const child = spawnChild(script, dataDir, String(seed), String(part), limit)
  try {
    const lines = await linesUntil(child, { where, commands, chance })
    const { signal, lines: rest } = await child.kill()
    if (signal !== 'SIGKILL') throw new Error(`Seed ${seed}, part ${part}: the child ended by itself`)
    lines.push(...rest)
    return {
      done: lines.filter(line => line.startsWith('done ')).map(line => line.slice('done '.length)),
      last: lines.at(-1),
    }
  } finally {
    child.end()
  }
}

async function linesUntil(
  child: Child,
  { where, commands, chance }: { where: string; commands: number; chance: Chance },
): Promise<string[]> {
  const lines: string[] = []
  if (where === 'opening') {
    await wait(chance.upTo(150))
    return lines
  }
  const isReached = (): boolean =>
    where === 'closing'
      ? lines.at(-1) === 'closing'
      : lines.filter(line => line.startsWith('done ')).length > commands
  while (!isReached()) {
    const line = await child.nextLine()
    if (line === undefined) throw new Error(`The child ended by itself after "${lines.at(-1) ?? 'nothing'}"`)
    lines.push(line)
  }
  await wait(chance.upTo(6))
  return lines
}

function count(figures: KillFigures, { done, last }: Killed): void {
  figures.kills++
  figures.acknowledged += done.length
  if (last === undefined) figures.inOpening++
  if (last === 'begin') figures.inCommand++
  if (last === 'closing') figures.inClosing++
}

/** Only a writer undoes a change by its journal: then the workspace is opened before it is read. */
function undoneHere(dataDir: string): boolean {
  if (!existsSync(join(dataDir, 'foreclick.db-journal'))) return false
  openToWrite(dataDir).close()
  return true
}

/** Brings the twin to where the killed workspace must be, and says whether it is there. */
function isSame(
  { dataDir, twin, twinFile }: Pair,
  { done, last }: Killed,
  { seed, part, figures }: Part & { figures: KillFigures },
): boolean {
  const writer = repeatable(twin.writer, part)
  const chance = chanceOf(seed, part)
  for (const outcome of done) {
    const expected = playCommand(writer, chance)
    if (outcome !== expected)
      throw new Error(
        `Seed ${seed}, part ${part}: expected "${expected}", the killed process did "${outcome}"`,
      )
  }
  const found = contentOf(join(dataDir, 'foreclick.db'))
  const heard = contentOf(twinFile)
  if (found.hash === heard.hash) return true
  if (last === 'begin') {
    playCommand(writer, chance)
    if (found.hash === contentOf(twinFile).hash) {
      figures.unheard++
      return true
    }
  }
  const missing = heard.entries - found.entries
  if (missing > 0) figures.lost += missing
  else figures.halfDone++
  figures.faults.push(
    `Seed ${seed}, part ${part}: expected the rows of ${done.length} commands and ${heard.entries} entries of the log, ` +
      `got others with ${found.entries}`,
  )
  return false
}

/** The workspace that a kill left opens here, and takes a command; otherwise the next child finds it as it was left. */
function goOnHere({ dataDir, twin }: Pair, { seed, part }: Part): void {
  const opened = openToWrite(dataDir)
  const [here, there] = [opened.writer, twin.writer].map(writer =>
    playCommand(repeatable(writer, part), chanceOf(seed, part)),
  )
  opened.close()
  if (here !== there) throw new Error(`Seed ${seed}, part ${part}: "${here}" here, "${there}" in the twin`)
}

function checkWhole(dataDir: string, seed: number, figures: KillFigures): void {
  const report = valueOf(checkWorkspace(dataDir))
  const failed = report.checks.filter(check => !check.ok)
  if (failed.length > 0)
    throw new Error(
      `Seed ${seed}, ${dataDir}: ${failed.map(({ name, detail }) => `${name}: ${detail}`).join('; ')}`,
    )
  figures.fullChecks++
}
