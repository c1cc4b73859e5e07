import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export type ThreadOptions = {
  readonly dataDir: string
  /** The bundled readerThread.ts. */
  readonly script: URL
  readonly threads: number
}

/**
 * Opens threads that each read the workspace, and ends each once it has closed its database (D4). Answers with the orders
 * that each one read. An error in a thread is thrown here.
 */
export async function endThreads({ dataDir, script, threads }: ThreadOptions): Promise<number[]> {
  const read: number[] = []
  while (read.length < threads) {
    const group = Array.from({ length: Math.min(4, threads - read.length) }, async () => {
      const worker = new Worker(script, { workerData: dataDir })
      const [orders]: unknown[] = await once(worker, 'message')
      await worker.terminate()
      return Number(orders)
    })
    read.push(...(await Promise.all(group)))
  }
  return read
}
