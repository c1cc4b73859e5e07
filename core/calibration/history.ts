/** What a row of delivery history may tell of who saw an order, in the words of the file; '' where it does not say. */
export type UnitAttributes = {
  readonly accountId: string
  readonly market: string
  /** ISO 4217 code, upper case. Spends of two currencies are never compared. */
  readonly currency: string
  readonly platform: string
  readonly objective: string
  readonly creatorId: string
  readonly videoId: string
  readonly audienceKind: string
  /** Lists are joined by `|` in the order of the alphabet. */
  readonly ageBands: string
  readonly genders: string
  readonly interests: string
}

/** A unit (order, ad or ad set) over one period: what was spent on it, and when. */
export type UnitPeriod = UnitAttributes & {
  readonly unitId: string
  /** Whole days since 1970-01-01, both included; null where the file does not say. */
  readonly start: number | null
  readonly end: number | null
  /** Major units; null where it is not known. */
  readonly spend: number | null
}

/** A period of delivery history with its counts. Null is unknown, 0 is none. */
export type HistoryRow = UnitPeriod & {
  readonly impressions: number | null
  readonly reach: number | null
  readonly linkClicks: number | null
  readonly conversions: number | null
}

/** What is learnt and forecast from history. */
export const historyTargets = ['impressions', 'linkClicks', 'conversions'] as const
export type HistoryTarget = (typeof historyTargets)[number]
