import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

import { benchAudit } from './auditSection.ts'
import { benchBackup } from './backup.ts'
import { benchCommandLine } from './commandLine.ts'
import { benchEngines } from './engines.ts'
import { benchEvidence } from './evidence.ts'
import { benchExchange } from './exchange.ts'
import { type Figure, writeFigures } from './figures.ts'
import { benchLearning } from './learning.ts'
import { benchMemory } from './memory.ts'
import { benchOrdersPage } from './ordersPage.ts'
import { benchOrdersTable } from './ordersTable.ts'
import { benchPage } from './page.ts'
import { benchRoomsPage } from './roomsPage.ts'
import { benchStorage } from './storage.ts'
import { benchThreads } from './threads.ts'
import { benchWayInAndOut } from './wayInAndOut.ts'

// `npm run bench`: speeds as figures and, where they matter, as ratios within this one run. `-- --json` for machines,
// `-- --only engines,page` for a part.
const sections = {
  engines: benchEngines,
  threads: benchThreads,
  memory: benchMemory,
  'command-line': benchCommandLine,
  page: benchPage,
  rooms: benchRoomsPage,
  storage: benchStorage,
  backup: benchBackup,
  audit: benchAudit,
  orders: benchOrdersPage,
  'orders-table': benchOrdersTable,
  learning: benchLearning,
  exchange: benchExchange,
  'way-in-and-out': benchWayInAndOut,
  evidence: benchEvidence,
} as const

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const wanted = values.only?.split(',') ?? Object.keys(sections)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(sections)) {
  if (!wanted.includes(name)) continue
  process.stderr.write(`measuring ${name} …\n`)
  figures.push(...(await measure()))
}
const machine = { node: process.version, cores: availableParallelism() }
process.stdout.write(
  values.json ? `${JSON.stringify({ machine, figures }, null, 2)}\n` : writeFigures(machine, figures),
)
