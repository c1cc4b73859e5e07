import { closestMatch } from 'leven'
import * as v from 'valibot'

import { say } from '../words/say.ts'
import type { Problem } from './failure.ts'

type Issue = v.BaseIssue<unknown>
type Path = readonly v.IssuePathItem[]

/**
 * What is wrong with an input, from the issues that its schema raised: all of it, in the schema's order. A message written
 * in the schema says what was expected; an unknown field names the nearest known one.
 */
export function problemsOf(schema: v.GenericSchema, issues: readonly Issue[]): Problem[] {
  const problems = issues.flatMap(issue =>
    issue.type === 'strict_object' && issue.expected === 'never'
      ? unknownFields(schema, issue.path ?? [])
      : [problemOf(schema, issue)],
  )
  const isSame = (a: Problem, b: Problem) => a.path === b.path && a.expected === b.expected
  return problems.filter((problem, i) => problems.findIndex(other => isSame(problem, other)) === i)
}

function problemOf(schema: v.GenericSchema, issue: Issue): Problem {
  const path = issue.path ?? []
  const isMissing = issue.input === undefined
  // An issue about a missing key belongs to the object around it; what was expected is written at the field.
  const said = isMissing && issue.type.endsWith('object') ? wordsAt(schema, path) : issue
  return {
    path: joined(path.map(item => String(item.key))),
    expected: expectation(said.message, said.expected),
    received: isMissing ? say('nothing') : shown(issue.input),
  }
}

type Said = { readonly message: string; readonly expected: string | null }

function wordsAt(schema: v.GenericSchema, path: Path): Said {
  const { message, expects } = { message: undefined, expects: undefined, ...schemaAt(schema, path) }
  return {
    message: typeof message === 'string' ? message : 'Invalid',
    expected: typeof expects === 'string' ? expects : null,
  }
}

const plainWords: Readonly<Record<string, string>> = {
  Array: say('a list'),
  Object: say('an object'),
  boolean: say('true or false'),
  number: say('a number'),
  string: say('a text'),
}

/** Words of the schema's own, or else valibot's in plain language: `("GB" | "ID")` is `one of GB, ID`. */
function expectation(message: string, expected: string | null): string {
  if (!message.startsWith('Invalid')) return message
  if (expected === null) return say('another value')
  const values = expected.replaceAll('"', '').replaceAll(' | ', ', ')
  const names = /^\((.*)\)$/.exec(values)?.[1]
  return plainWords[expected] ?? (names === undefined ? values : say('one of {{names}}', { names }))
}

/** valibot stops at the first unknown field of an object; a reader wants all of them. */
function unknownFields(schema: v.GenericSchema, path: Path): Problem[] {
  const around = path.slice(0, -1)
  const object = path.at(-1)?.input
  const known = keysOf(schemaAt(schema, around, object))
  const unknown = Object.keys(object ?? {}).filter(key => !known.includes(key))
  return unknown.map(key => {
    const field = {
      path: joined([...around.map(item => String(item.key)), key]),
      received: say('an unknown field'),
    }
    const nearest = nearestName(key, known)
    return nearest === undefined
      ? {
          ...field,
          expected:
            known.length === 1
              ? say('only {{name}}', { name: known.join('') })
              : say('one of {{names}}', { names: known.join(', ') }),
        }
      : { ...field, expected: say('a known field'), hint: say('did you mean {{name}}?', { name: nearest }) }
  })
}

/** The known name that `name` most likely meant, whatever its case, if any is close. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const maxDistance = Math.max(2, Math.ceil(name.length / 2))
  const nearest = closestMatch(
    name.toLowerCase(),
    known.map(each => each.toLowerCase()),
    { maxDistance },
  )
  return known.find(each => each.toLowerCase() === nearest)
}

/**
 * The schema of the value at `path`: through objects, arrays and wrappers, and through the option of a variant that the
 * input chose. `input` is the value at the path's end, which the path itself does not hold.
 */
function schemaAt(schema: unknown, path: Path, input?: unknown): object | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined
  if ('wrapped' in schema) return schemaAt(schema.wrapped, path, input)
  const [first, ...rest] = path
  if ('options' in schema && Array.isArray(schema.options) && 'key' in schema) {
    const chosen = valueOf(first?.input ?? input, schema.key)
    const option: unknown = schema.options.find(each => accepts(valueOf(entriesOf(each), schema.key), chosen))
    return option === undefined && first === undefined ? schema : schemaAt(option, path, input)
  }
  if (first === undefined) return schema
  const next = 'item' in schema ? schema.item : valueOf(entriesOf(schema), first.key)
  return schemaAt(next, rest, input)
}

function accepts(schema: unknown, value: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'literal' in schema && schema.literal === value
}

function entriesOf(schema: unknown): unknown {
  return valueOf(schema, 'entries')
}

function keysOf(schema: unknown): string[] {
  return Object.keys(Object(entriesOf(schema) ?? {}))
}

function valueOf(object: unknown, key: unknown): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  return Object.entries(object).find(([name]) => name === key)?.[1]
}

function joined(path: readonly string[]): string {
  return path.reduce(
    (text, part) => (/^\d+$/.test(part) ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  )
}

/** The value as the sender wrote it, cut to a line. */
export function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : written(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    // What a process or a window sends may be more than JSON can hold: big integers, loops.
    return typeof value === 'bigint' ? String(value) : say('a value that is not JSON')
  }
}
