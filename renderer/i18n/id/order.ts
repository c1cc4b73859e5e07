import type { Dictionary } from '../dictionary.ts'

export const order: Dictionary['order'] = {}
