import type { Dictionary } from '../dictionary.ts'

export const newOrder: Dictionary['newOrder'] = {}
