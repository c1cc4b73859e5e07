import type { Result } from '../../core/contract/failure.ts'
import type { PushEvent } from '../../core/contract/runs.ts'
import { say } from '../../core/words/say.ts'
import type { Writer } from '../../db/connection.ts'
import type { WorkspaceDb } from '../../db/openWorkspace.ts'
import { type Refusal, refusal } from '../../db/refusal.ts'
import type { ForecastCache } from './forecastCache.ts'
import type { LearningKeeper } from './learning/learningKeeper.ts'
import type { Runs } from './runs.ts'
import type { SimulationPool } from './simulationPool.ts'

/** What every handler works with. */
export type Context = {
  readonly db: WorkspaceDb
  readonly pool: SimulationPool
  readonly runs: Runs
  readonly forecasts: ForecastCache
  readonly learning: LearningKeeper
  readonly push: (event: PushEvent) => void
  /** Epoch milliseconds. */
  readonly now: () => number
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Has `change` done with the Writer, or refuses where the workspace is open for reading only. */
export function writing<T>({ db }: Context, change: (writer: Writer) => Result<T>): Result<T> {
  return db.readOnly ? readOnly(db.dataDir) : change(db.writer)
}

export function readOnly(dataDir: string): Refusal {
  return refusal(
    'read_only',
    say('{{folder}} is open for reading only: nothing is saved.', { folder: dataDir }),
  )
}
