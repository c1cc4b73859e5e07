import { closestMatch } from 'leven'
import type * as v from 'valibot'

import type { Problem } from './failure.ts'

/**
 * What is wrong with an input, from the issues that its schema raised. A message written in the schema says what was
 * expected; an unknown field names the nearest known one.
 */
export function problemsOf(schema: v.GenericSchema, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map(issue => problemOf(schema, issue))
}

function problemOf(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map(item => String(item.key))
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownField(schema, path)
  const isMissing = issue.input === undefined
  return {
    path: joined(path),
    expected: issue.message.startsWith('Invalid ') ? expectation(issue, isMissing) : issue.message,
    received: isMissing ? 'nothing' : shown(issue.input),
  }
}

/** For a missing key valibot expects the key's own name, which tells a reader nothing. */
function expectation(issue: v.BaseIssue<unknown>, isMissing: boolean): string {
  if (isMissing && issue.type === 'strict_object') return 'a value'
  const text = (issue.expected ?? 'another value').replaceAll('"', '').replaceAll(' | ', ', ')
  return text.replace(/^\((.*)\)$/, 'one of $1')
}

function unknownField(schema: v.GenericSchema, path: readonly string[]): Problem {
  const known = keysAt(schema, path.slice(0, -1))
  const name = path.at(-1) ?? ''
  const nearest = nearestName(name, known)
  return {
    path: joined(path),
    expected: `one of ${known.join(', ')}`,
    received: 'an unknown field',
    ...(nearest === undefined ? {} : { hint: `did you mean ${nearest}?` }),
  }
}

/** The known name that `name` most likely meant, if any is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  return closestMatch(name, [...known], { maxDistance: Math.max(2, Math.ceil(name.length / 2)) })
}

/** The fields a schema knows at a path: through objects, arrays, wrappers, and all options of a variant. */
function keysAt(schema: unknown, path: readonly string[]): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('options' in schema && Array.isArray(schema.options)) {
    return [...new Set(schema.options.flatMap(option => keysAt(option, path)))]
  }
  if ('wrapped' in schema) return keysAt(schema.wrapped, path)
  const [first, ...rest] = path
  if ('item' in schema) return keysAt(schema.item, rest)
  if (!('entries' in schema) || typeof schema.entries !== 'object' || schema.entries === null) return []
  if (first === undefined) return Object.keys(schema.entries)
  return keysAt(Object.entries(schema.entries).find(([key]) => key === first)?.[1], rest)
}

function joined(path: readonly string[]): string {
  return path.reduce(
    (text, part) => (/^\d+$/.test(part) ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  )
}

/** The value as the sender wrote it, cut to a line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
