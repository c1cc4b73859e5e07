import fc from 'fast-check'

/** Stands for JSON text that no value of JavaScript is written as, such as `1e309`. */
const raw = '\u0001raw:'

const rawTexts = [
  '1e309',
  '-1e309',
  '1e-400',
  '-0',
  '0.1e1',
  '123456789012345678901234567890',
  'NaN',
  'Infinity',
]
const prototypeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
]
const attacks = [
  "'; DROP TABLE promote_order; --",
  '" OR 1=1 --',
  "1' UNION SELECT name FROM sqlite_schema --",
  '%_%',
  '../../etc/passwd',
  'file:///etc/passwd',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '\0',
  '\ud800',
  '\u202e\u200b\ufeff',
  'İıſK',
  '__proto__',
  '9999-12-31T23:59',
  '2026-03-29T01:30',
  '2026-02-31',
  '0000-01-01',
]

function nested(depth: number, isList: boolean): unknown {
  let value: unknown = 0
  for (let at = 0; at < depth; at += 1) value = isList ? [value] : { a: value }
  return value
}

/** Values that break something if anything can. */
const extremes: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(0, -1, 0.5, 1e-7, 2 ** 31, 2 ** 53 - 1, -(2 ** 53), 1e300, null, '', ' ', true, [], {}),
  fc.constantFrom(...rawTexts).map(text => raw + text),
  fc.constantFrom(...attacks),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.integer({ min: 1, max: 20_000 }).map(length => 'é'.repeat(length)),
  fc.tuple(fc.integer({ min: 1, max: 400 }), fc.boolean()).map(([depth, isList]) => nested(depth, isList)),
  fc.constantFrom(...prototypeKeys).map(key => Object.fromEntries([[key, { isAdmin: true }]])),
  fc.anything({ maxDepth: 2 }).map(value => JSON.parse(JSON.stringify(value ?? null)) as unknown),
)

type Place = { readonly holder: Record<string, unknown>; readonly key: string }

/** Every place of a JSON value, at any depth. */
function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap(key => [{ holder, key }, ...placesIn(holder[key])])
}

const changes: readonly ((place: Place, value: unknown, other: Place) => void)[] = [
  ({ holder, key }, value) => put(holder, key, value),
  ({ holder, key }) => void Reflect.deleteProperty(holder, key),
  ({ holder, key }, _, other) => put(holder, key, structuredClone(other.holder[other.key])),
  ({ holder }, value) => put(holder, 'unknownField', value),
  ({ holder, key }) => put(holder, `${key} `, holder[key]),
  ({ holder, key }) => put(holder, key, [holder[key]]),
  ({ holder, key }) => put(holder, key, JSON.stringify(holder[key])),
  ({ holder, key }) =>
    put(
      holder,
      key,
      Array.from({ length: 300 }, () => holder[key]),
    ),
]

/** Also for `__proto__`, which an assignment would take for something else. */
function put(holder: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

/** A right payload with one to three things wrong with it, as JSON text. */
export function mutated(right: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(), fc.nat(), extremes, fc.oneof(fc.constant(0), fc.nat()))
  const all = fc.tuple(right, fc.array(change, { minLength: 1, maxLength: 3 }))
  const whole = all.map(([payload, made]) => {
    const request = structuredClone(payload) as Record<string, unknown>
    for (const [at, from, value, which] of made) {
      const places = placesIn(request)
      const [place, other] = [places[at % places.length], places[from % places.length]]
      if (place === undefined || other === undefined) put(request, 'unknownField', value)
      else changes[which % changes.length]?.(place, value, other)
    }
    return asJson(request)
  })
  return fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: extremes.map(asJson) })
}

export function asJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(/"\\u0001raw:([^"]*)"/g, '$1')
}
