import { parentPort, workerData } from 'node:worker_threads'

import { openWorkspace } from '../../db/openWorkspace.ts'
import { readWorkspaceMeta } from '../../db/workspaceMeta.ts'
import { valueOf } from '../db/fixtures/valueOf.ts'

// Opens a workspace for reading, reads, closes and only then says so, and waits to be ended (D4).
const workspace = valueOf(openWorkspace({ dataDir: String(workerData), now: Date.now, mode: 'read' }))
const { counts } = readWorkspaceMeta(workspace.reader)
workspace.close()
parentPort?.postMessage(counts.orders)
setInterval(() => undefined, 60_000)
