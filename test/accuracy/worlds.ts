import { backtest } from '../../core/calibration/backtest.ts'
import { finish } from '../../core/calibration/progress.ts'
import { firstDay, makeWorld, plainWorld, type World } from '../core/calibration/world.ts'

const worlds: readonly [string, Partial<World>][] = [
  ['plain', {}],
  ['drifts by e^0.8', { drift: 0.8 }],
  ['heavy tails', { heavyShare: 0.12 }],
  ['one account, one video', { accounts: 1, videos: 1 }],
  ['daily rows', { dailyRows: 4, orders: 300 }],
  ['clicks by the handful', { level: [Math.log(8), Math.log(0.1), Math.log(0.01)] }],
]
const runs = 12

/** Bias and coverage over made-up worlds of which the truth is known. */
export function worldTable(write: (line: string) => void): void {
  write(
    `link clicks of made-up worlds, mean of ${runs}: coverage of 50, 80, 95%, bias, CRPS to the better baseline`,
  )
  for (const [name, change] of worlds) {
    const sums = [0, 0, 0, 0, 0]
    for (let seed = 0; seed < runs; seed++) {
      const rows = makeWorld({ ...plainWorld, ...change }, 40 + seed)
      const options = {
        seed: 1,
        split: { kind: 'date', on: firstDay + 120 },
        targets: ['linkClicks'],
      } as const
      const report = finish(backtest(rows, options)).targets[0]
      if (!report) continue
      const { coverage50, coverage80, coverage95, bias } = report.scores
      const found = [coverage50.share, coverage80.share, coverage95.share, bias, report.skill.crps]
      found.forEach((value, i) => (sums[i] = (sums[i] ?? 0) + value / runs))
    }
    write(`  ${name.padEnd(24)} ${sums.map(value => value.toFixed(3)).join('  ')}`)
  }
}
