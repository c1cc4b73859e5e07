/** Where the rows of a unit go: to an order's days, to the history that is learnt from, or nowhere. */
export const importTargets = ['order', 'history', 'leave'] as const
export type ImportTarget = (typeof importTargets)[number]

/** By what a unit found its order. */
export const matchKinds = ['remembered', 'id', 'name', 'chosen', 'none'] as const
export type MatchKind = (typeof matchKinds)[number]
