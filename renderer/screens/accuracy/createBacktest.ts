import type { BacktestAsked, BacktestShown } from '../../../core/contract/accuracy.ts'
import { request } from '../../app/client.ts'
import { createRun } from '../../app/createRun.ts'

export type Backtest = ReturnType<typeof createBacktest>

/** A back-test that a person asks for, with what it was asked of. */
export function createBacktest() {
  let asked: BacktestAsked | undefined
  const run = createRun<{ readonly asked: BacktestAsked; readonly shown: BacktestShown }>(result =>
    result.kind === 'backtest' && asked !== undefined ? { asked, shown: result } : undefined,
  )
  function start(wanted: BacktestAsked): void {
    if (run.isRunning()) return
    asked = wanted
    void run.start(() => request('startBacktest', wanted))
  }
  return { ...run, start }
}
