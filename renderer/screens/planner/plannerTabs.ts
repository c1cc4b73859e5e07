export const plannerTabs = ['budget', 'compare', 'allocate'] as const
export type PlannerTab = (typeof plannerTabs)[number]

/** How many orders a question is asked of at most. */
export const mostOrders: Readonly<Record<PlannerTab, number>> = { budget: 4, compare: 6, allocate: 12 }
