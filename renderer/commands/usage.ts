import { isRecord } from '../parts/editsOf.ts'

/** How much a command was used, as of a moment: every use counts half as much after two weeks. */
export type Used = { readonly weight: number; readonly atMs: number }
export type UsedById = Readonly<Record<string, Used>>

const halfLifeMs = 14 * 24 * 3600 * 1000
const mostKept = 300

export function weightOf(used: Used | undefined, nowMs: number): number {
  if (used === undefined) return 0
  return used.weight * 2 ** (-Math.max(0, nowMs - used.atMs) / halfLifeMs)
}

/** Counts a use, and forgets the least used when there are too many. */
export function withUse(all: UsedById, id: string, nowMs: number): UsedById {
  const next = { ...all, [id]: { weight: weightOf(all[id], nowMs) + 1, atMs: nowMs } }
  const kept = Object.entries(next).toSorted(([, a], [, b]) => weightOf(b, nowMs) - weightOf(a, nowMs))
  return Object.fromEntries(kept.slice(0, mostKept))
}

/** What was kept, without what cannot be read. */
export function usedOf(kept: unknown): UsedById {
  if (!isRecord(kept)) return {}
  const used = Object.entries(kept).flatMap(([id, value]): [string, Used][] => {
    const { weight, atMs } = isRecord(value) ? value : {}
    return typeof weight === 'number' && typeof atMs === 'number' ? [[id, { weight, atMs }]] : []
  })
  return Object.fromEntries(used)
}
