import { say } from '../words/say.ts'
import type { Problem } from './failure.ts'

/**
 * Where a request holds a text with a NUL, if anywhere. SQLite ends a text there as it counts its length, so that such a text can
 * pass a schema and break a rule of its table.
 */
export function nulText(value: unknown, path = ''): Problem | undefined {
  if (typeof value === 'string')
    return value.includes('\0')
      ? { path, expected: say('text without a NUL character'), received: say('one') }
      : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const isList = Array.isArray(value)
  for (const [key, inner] of Object.entries(value)) {
    const at = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const found = nulText(inner, at) ?? (isList ? undefined : nulText(key, at))
    if (found !== undefined) return found
  }
  return undefined
}
