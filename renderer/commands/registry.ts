import { createSignal, onCleanup } from 'solid-js'

import type { Command } from './command.ts'

type Offer = () => readonly Command[]

const [offers, setOffers] = createSignal<readonly Offer[]>([])

/** Adds commands while the calling component is there. What does not apply now is left out of what `offer` returns. */
export function offerCommands(offer: Offer): void {
  setOffers(all => [...all, offer])
  onCleanup(() => setOffers(all => all.filter(each => each !== offer)))
}

/** Everything that can be done now; later offers stand first, so that a room's keys go before those of the shell. */
export function commands(): readonly Command[] {
  return offers()
    .toReversed()
    .flatMap(offer => offer())
}
