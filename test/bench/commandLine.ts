import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { writeOrderFile } from '../../core/order/orderFile.ts'
import { britishOrder } from '../fixtures/promoteOrders.ts'
import { type Figure, medianOf } from './figures.ts'

const command = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))

export function benchCommandLine(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-bench-'))
  try {
    const order = join(folder, 'order.json')
    const audience = {
      kind: 'custom' as const,
      ageBands: ['18-24', '25-34'] as const,
      genders: ['female'] as const,
      interests: ['beauty'] as const,
    }
    writeFileSync(order, writeOrderFile(britishOrder({ audience })))
    const cold = medianOf(5, () => {
      const start = performance.now()
      execFileSync(
        process.execPath,
        [command, 'forecast', '--order', order, '--replicates', '2000', '--json'],
        { stdio: ['ignore', 'pipe', 'ignore'] },
      )
      return performance.now() - start
    })
    return [
      {
        name: 'foreclick forecast, cold, 2,000 replicates',
        value: cold.median,
        unit: 'ms',
        target: { atMost: 1500 },
        note: cold.note,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
