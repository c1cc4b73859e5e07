import { createSignal } from 'solid-js'

import type { Settings } from '../../core/contract/workspace.ts'

/** Heights of a table row, as `--row` in tokens.css has them. */
const rowHeightsPx = { compact: 32, comfortable: 40 } as const

const [density, setDensity] = createSignal<Settings['density']>('compact')

/** What virtual tables place their rows by. */
export const rowHeightPx = (): number => rowHeightsPx[density()]

/** Applies the person's density to the page. */
export function applyDensity(chosen: Settings['density']): void {
  setDensity(chosen)
  document.documentElement.dataset['density'] = chosen
}
