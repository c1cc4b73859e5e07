import type { CopySteps } from '../../db/verifiedCopy.ts'

/** How far a copy is, in memory that both threads see: copied pages, all pages, and whether it shall stop. */
export type CopyState = Int32Array<SharedArrayBuffer>

export function createCopyState(): CopyState {
  return new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
}

/** The side of the thread that copies. */
export function reportTo(state: CopyState): CopySteps {
  return {
    onStep(copied, pages) {
      Atomics.store(state, 0, copied)
      Atomics.store(state, 1, pages)
    },
    isStopped: () => Atomics.load(state, 2) === 1,
  }
}

/** Copied so far, 0 to 1; what follows the copy, its check, takes about as long again. */
export function copiedShare(state: CopyState): number {
  const pages = Atomics.load(state, 1)
  return pages === 0 ? 0 : Atomics.load(state, 0) / pages / 2
}

export function stopCopy(state: CopyState): void {
  Atomics.store(state, 2, 1)
}
