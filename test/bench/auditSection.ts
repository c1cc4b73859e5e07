import { checkLog } from '../../db/checkLog.ts'
import { openReader } from '../../db/connection.ts'
import { dataFolderAt } from '../../db/dataFolder.ts'
import { sharesOf } from '../../db/runAudit.ts'
import { auditOnThreads } from '../../electron/backend/audit/auditOnThreads.ts'
import { rerunForecasts } from '../../electron/backend/audit/rerunForecasts.ts'
import { createSimulationPool } from '../../electron/backend/simulationPool.ts'
import { startThread } from '../../electron/backend/startThread.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'
import { packedWorkspace } from '../electron/backend/evidence/packedWorkspace.ts'
import { bigWorkspace } from './bigWorkspace.ts'
import type { Figure } from './figures.ts'
import { circumstances } from './measureChild.ts'

const everything = { from: null, to: null, orderId: null }
const forecasts = 1000
const replicates = 200

/** Findings over the big workspace as the console makes them, log included, the log alone, and frozen forecasts that are run again on two threads. */
export async function benchAudit(): Promise<Figure[]> {
  const dataDir = bigWorkspace()
  const { handle, close } = openReader(dataFolderAt(dataDir).database)
  try {
    const audit = await measured(() =>
      auditOnThreads(
        { ...everything, now: Date.UTC(2027, 1, 1) },
        {
          startThread,
          dataDir,
          shares: sharesOf(handle, everything, 2),
          signal: undefined,
          onProgress: () => undefined,
        },
      ),
    )
    const { orders, tallies } = valueOf(audit.result)
    const found = tallies.reduce(
      (sum, { findings: { error, warning, note } }) => sum + error + warning + note,
      0,
    )
    const log = await measured(() => checkLog(handle))
    return [
      {
        name: '100,000 orders, 700,000 days: findings, two threads',
        value: audit.seconds,
        unit: 's',
        target: { atMost: 20 },
        note: `${circumstances(audit.cpuSeconds)}; ${orders} paid orders, ${found} findings`,
      },
      {
        name: 'log verified',
        value: log.result.entries / log.seconds,
        unit: 'entries/s',
        target: { atLeast: 200_000 },
        note: `${circumstances(log.cpuSeconds)}; ${log.result.entries} entries`,
      },
      await reruns(),
    ]
  } finally {
    close()
  }
}

async function measured<T>(
  work: () => T | Promise<T>,
): Promise<{ result: T; seconds: number; cpuSeconds: number }> {
  const before = performance.now()
  const worked = process.cpuUsage()
  const result = await work()
  return { result, seconds: (performance.now() - before) / 1000, cpuSeconds: cpuSince(worked) }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Every order of a workspace, as the audit runs them: read, simulated on two threads, compared by digest. */
async function reruns(): Promise<Figure> {
  using workspace = packedWorkspace(forecasts, replicates)
  const reader = openReader(dataFolderAt(workspace.dataDir).database)
  const pool = createSimulationPool({ startThread, threads: 2 })
  try {
    const before = performance.now()
    const worked = process.cpuUsage()
    const { orders, same } = valueOf(
      await rerunForecasts(everything, { reader: reader.handle, pool, onProgress: () => undefined }),
    )
    const seconds = (performance.now() - before) / 1000
    return {
      name: '1,000 frozen forecasts run again, two threads',
      value: orders / seconds,
      unit: 'forecasts/s',
      note: `${circumstances(cpuSince(worked))}; ${replicates} replicates and 7 days each, ${same} of ${orders} the same`,
    }
  } finally {
    await pool.close()
    reader.close()
  }
}
