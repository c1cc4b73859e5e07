import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { baselineNames } from '../../core/calibration/baselines.ts'
import { settings } from '../../core/calibration/settings.ts'
import { candidates } from './candidates.ts'
import { geometricMean, type Line, lineOf, meanSkill, runTask, skillAtLength } from './tables.ts'
import { dataFolder, tasks } from './tasks.ts'
import { worldTable } from './worlds.ts'

// `node test/accuracy/accuracy.ts`: every task of the delivery data beside its baselines. `--lengths`: skill by orders learnt
// from. `--leave-one-out`: each file scored with settings chosen on the others. `--worlds`: bias and coverage where the truth is known.
const { values } = parseArgs({
  options: {
    lengths: { type: 'boolean', default: false },
    'leave-one-out': { type: 'boolean', default: false },
    worlds: { type: 'boolean', default: false },
    draws: { type: 'string', default: '15' },
  },
})

const write = (line: string) => process.stdout.write(`${line}\n`)
const figure = (value: number) => value.toFixed(3).padStart(6)
const ratios = ({ wape, interval, crps, coverage }: Line) =>
  `${figure(wape)} ${figure(interval)} ${figure(crps)}  (${coverage.toFixed(2)})`

if (values.worlds) worldTable(write)
else if (!existsSync(dataFolder)) write(`No delivery data: ${dataFolder} is absent.`)
else if (values.lengths) writeLengths(Number(values.draws))
else if (values['leave-one-out']) writeLeaveOneOut()
else writeTasks()

function writeTasks(): void {
  write('task: WAPE, interval score and CRPS of ours and of the baselines; ratio to the better one; coverage')
  const lines: Line[] = []
  for (const task of tasks) {
    const startedMs = performance.now()
    const report = runTask(task)
    const line = lineOf(report)
    lines.push(line)
    const { scores } = report
    write(`${task.name}: ${scores.n} units, ${Math.round(performance.now() - startedMs)} ms`)
    const row = (name: string, of: typeof scores) =>
      write(
        `  ${name.padEnd(8)} ${figure(of.wape)} ${figure(of.intervalScore)} ${figure(of.crps)}  coverage ${[of.coverage50, of.coverage80, of.coverage95].map(({ share }) => share.toFixed(2)).join(' ')}  bias ${of.bias.toFixed(2)}`,
      )
    row('ours', scores)
    for (const name of baselineNames) {
      const baseline = report.baselines[name]
      if (baseline) row(name, baseline)
    }
    write(`  ratio    ${ratios(line)}`)
  }
  write(`geometric mean: ${ratios(summary(lines))}`)
}

function summary(lines: readonly Line[]): Line {
  return {
    wape: geometricMean(lines.map(line => line.wape)),
    interval: geometricMean(lines.map(line => line.interval)),
    crps: geometricMean(lines.map(line => line.crps)),
    coverage: lines.reduce((sum, line) => sum + line.coverage, 0) / lines.length,
  }
}

function writeLengths(draws: number): void {
  write(`ratios to the better baseline by orders learnt from, median of ${draws} draws (coverage of 80%)`)
  for (const orders of [10, 30, 100, 300, 1000]) {
    const lines: Line[] = []
    for (const task of tasks) {
      const line = skillAtLength(task, orders, draws)
      if (!line) continue
      lines.push(line)
      write(`  ${String(orders).padStart(4)} ${task.name.padEnd(22)} ${ratios(line)}`)
    }
    write(`${String(orders).padStart(4)} orders, geometric mean   ${ratios(summary(lines))}`)
  }
}

/** Each candidate changes one setting; a file is scored with the candidate that was best on all others. */
function writeLeaveOneOut(): void {
  const shipped = { ...settings }
  const files = [...new Set(tasks.map(({ file }) => file))]
  const found = candidates.map(candidate => {
    Object.assign(settings, shipped, candidate.change)
    const lines = tasks.map(task => ({ task, line: lineOf(runTask(task)) }))
    Object.assign(settings, shipped)
    write(`${candidate.name.padEnd(28)} ${ratios(summary(lines.map(({ line }) => line)))}`)
    return { candidate, lines }
  })
  const held: Line[] = []
  for (const file of files) {
    const others = ({ lines }: (typeof found)[number]) =>
      meanSkill(lines.filter(({ task }) => task.file !== file).map(({ line }) => line))
    const best = found.toSorted((a, b) => others(a) - others(b))[0]
    if (!best) continue
    write(`${file}: by the others, ${best.candidate.name}`)
    for (const { task, line } of best.lines) {
      if (task.file !== file) continue
      held.push(line)
      write(`  ${task.name.padEnd(22)} ${ratios(line)}`)
    }
  }
  write(`left out, geometric mean ${ratios(summary(held))}`)
}
