/** How far the work of a thread is, in memory that both sides see: thousandths. */
export type WorkState = Int32Array<SharedArrayBuffer>

export function createWorkState(): WorkState {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

export function tellFraction(state: WorkState, fraction: number): void {
  Atomics.store(state, 0, Math.round(Math.min(1, Math.max(0, fraction)) * 1000))
}

export function fractionOf(state: WorkState): number {
  return Atomics.load(state, 0) / 1000
}
