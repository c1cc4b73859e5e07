type Room = { readonly preload: () => Promise<unknown> }

/** So long a rest the browser only gives while nothing on the page moves. */
const quietMs = 30
/** By then the first room has shown what it holds, or waits for something that this does not hold up. */
const restMs = 1000

/** The name of a mark in the page's timeline: whatever was loaded before it was needed to begin. */
export const aheadMark = 'foreclick:ahead'

/** Loads rooms one at a time while nothing else is to be done, so that nobody waits for the script of one. */
export function loadAhead(rooms: readonly Room[]): void {
  setTimeout(() => {
    performance.mark(aheadMark)
    void loadEach(rooms)
  }, restMs)
}

async function loadEach(rooms: readonly Room[]): Promise<void> {
  for (const room of rooms) {
    await quiet()
    try {
      await room.preload()
    } catch {
      // Whoever enters that room is told; the others are loaded all the same.
    }
  }
}

function quiet(): Promise<void> {
  return new Promise(resolve => {
    // Safari has no such callback.
    if (!('requestIdleCallback' in window)) return void setTimeout(resolve, quietMs)
    const look = (): number =>
      requestIdleCallback(deadline => {
        if (deadline.timeRemaining() >= quietMs) resolve()
        else look()
      })
    look()
  })
}
