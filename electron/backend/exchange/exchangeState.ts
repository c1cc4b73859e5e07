/** How far work on a file is, in thousandths, and whether it shall stop: in memory that both threads see. */
export type ExchangeState = Int32Array<SharedArrayBuffer>

export function createExchangeState(): ExchangeState {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
}

/** Thrown where work finds that it is no longer wanted, so that its transaction is rolled back. */
export class Stopped extends Error {}

/** The side of the thread: tells how far it is, and throws Stopped when it shall stop. */
export function stepper(state: ExchangeState): (fraction: number) => void {
  return fraction => {
    Atomics.store(state, 0, Math.round(Math.min(1, Math.max(0, fraction)) * 1000))
    if (Atomics.load(state, 1) === 1) throw new Stopped()
  }
}

export function isStopped(state: ExchangeState): boolean {
  return Atomics.load(state, 1) === 1
}

export function fractionOf(state: ExchangeState): number {
  return Atomics.load(state, 0) / 1000
}

export function stopWork(state: ExchangeState): void {
  Atomics.store(state, 1, 1)
}
