import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Figure } from './figures.ts'
import { besideLoad, passOf, type Passed } from './wayPasses.ts'
import { writeReport } from './wayReport.ts'

/** FORECLICK_BENCH_ROWS makes it smaller. */
const rows = Number(process.env['FORECLICK_BENCH_ROWS'] ?? 1_000_000)
const days = Math.ceil(rows / 20)

/**
 * A report of a million rows on its way into a workspace and out again, beside csv-parse alone and a bare insert of as many
 * rows in the same run. Each pass has a process of its own, so that its memory is its own; how busy the machine was stands
 * beside the figures, and what the processor did for them.
 */
export async function benchWayInAndOut(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  try {
    const file = join(folder, 'report.csv')
    await writeReport(file, rows)
    const parsed = passOf('parse', file)
    const inserted = passOf('insert', file, join(folder, 'raw.db'))
    const cancelled = passOf('cancel', file, join(folder, 'cancelled'))
    const imported = passOf('import', file, join(folder, 'data'))
    const exported = passOf('export', join(folder, 'data'), join(folder, 'out.csv'))
    const delivered = passOf('days', join(folder, 'days'), String(days))
    const bare = passOf('bareDays', join(folder, 'bare'), String(days))
    const undone = passOf('undo', join(folder, 'days'))
    return [
      rate(`import: ${rows} rows, read, planned and written`, imported, 50_000),
      besides('csv-parse alone', imported, parsed),
      besides('a bare insert of as many rows', imported, inserted),
      gap('import', imported),
      memory('import', imported),
      { name: 'import: until it is cancelled', value: cancelled.seconds, unit: 's', target: { atMost: 1 } },
      rate(`import: ${days} days of orders with versions, ledger and log`, delivered),
      besides('bare inserts of as many rows of the same tables', delivered, bare, 'import of days'),
      memory('import of days', delivered),
      rate(`import: ${days} days of orders taken back`, undone),
      rate(`export: ${rows} rows as CSV`, exported, 100_000),
      gap('export', exported),
      memory('export', exported),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function rate(name: string, passed: Passed, atLeast?: number): Figure {
  return {
    name,
    value: passed.rows / passed.seconds,
    unit: 'rows/s',
    note: `${passed.note}${Math.round(passed.rows / passed.cpuSeconds)} rows a second of the processor${besideLoad(passed)}`,
    ...(atLeast === undefined ? {} : { target: { atLeast } }),
  }
}

function besides(what: string, passed: Passed, bare: Passed, work = 'import'): Figure {
  return {
    name: `${work}: time of the processor against ${what}`,
    value: passed.cpuSeconds / bare.cpuSeconds,
    unit: '×',
    note: `${Math.round(bare.rows / bare.seconds)} rows/s, ${bare.cpuSeconds.toFixed(1)} s of the processor`,
  }
}

/** What a busy machine adds, a thread that does nothing feels too. */
function gap(what: string, passed: Passed): Figure {
  return {
    name: `${what}: longest gap of the thread that answers`,
    value: passed.gapMs,
    unit: 'ms',
    target: { atMost: 50 },
    note: `an idle process meanwhile ${passed.idleGapMs.toFixed(0)} ms`,
  }
}

function memory(what: string, passed: Passed): Figure {
  return {
    name: `${what}: memory of the process`,
    value: passed.megabytes,
    unit: 'MB',
    target: { atMost: 300 },
  }
}
