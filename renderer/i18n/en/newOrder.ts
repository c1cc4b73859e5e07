export const newOrder = {} as const
