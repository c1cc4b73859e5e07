import fc from 'fast-check'

type Action = { readonly type?: string; readonly requirement?: unknown }
/** What is read of a valibot schema: its kind, and what lies in it. */
type Schema = {
  readonly type: string
  readonly pipe?: readonly Action[]
  readonly entries?: Readonly<Record<string, Schema>>
  readonly options?: readonly unknown[]
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly key?: Schema | string
  readonly value?: Schema
  readonly literal?: unknown
}

/**
 * Values that a request schema of the contract takes, or nearly: what two fields have to agree on is left to chance. Texts are
 * now and then one of `names`, such as the id of a record that is there.
 */
export function requestOf(schema: unknown, names: readonly string[]): fc.Arbitrary<unknown> {
  const { type } = schema as Schema
  const make = makers[type]
  if (make === undefined) throw new Error(`expected a kind of schema that requests have, got ${type}`)
  return make(schema as Schema, names)
}

type Maker = (schema: Schema, names: readonly string[]) => fc.Arbitrary<unknown>

const oneOf: Maker = ({ options = [] }, names) => fc.oneof(...options.map(each => requestOf(each, names)))

const makers: Readonly<Record<string, Maker>> = {
  strict_object: ({ entries = {} }, names) =>
    fc.record(
      Object.fromEntries(Object.entries(entries).map(([name, field]) => [name, requestOf(field, names)])),
    ),
  array: ({ item, pipe }, names) => {
    const least = Number(limit(pipe, 'min_length') ?? 0)
    return fc.array(requestOf(item, names), { minLength: least, maxLength: Math.max(least, 3) })
  },
  record: ({ value }, names) => fc.dictionary(fc.string(), requestOf(value, names), { maxKeys: 3 }),
  nullable: ({ wrapped }, names) => fc.option(requestOf(wrapped, names), { freq: 3 }),
  optional: ({ wrapped }, names) => requestOf(wrapped, names),
  union: oneOf,
  variant: oneOf,
  picklist: ({ options = [] }) => fc.constantFrom(...options),
  literal: ({ literal }) => fc.constant(literal),
  boolean: () => fc.boolean(),
  number: ({ pipe = [] }) =>
    numbers(pipe, {
      least: limit(pipe, 'min_value') ?? limit(pipe, 'gt_value'),
      most: limit(pipe, 'max_value'),
    }),
  string: ({ pipe = [] }, names) => texts(pipe, names),
}

function limit(pipe: readonly Action[] | undefined, action: string): unknown {
  return pipe?.find(each => each.type === action)?.requirement
}

function numbers(
  pipe: readonly Action[],
  { least = -(2 ** 53) + 1, most = 2 ** 53 - 1 }: { readonly least?: unknown; readonly most?: unknown },
): fc.Arbitrary<number> {
  const [min, max] = [Number(least), Number(most)]
  if (!pipe.some(action => action.type === 'safe_integer')) return fc.double({ min, max, noNaN: true })
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 30) }) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  )
}

function texts(pipe: readonly Action[], names: readonly string[]): fc.Arbitrary<string> {
  const has = (action: string) => pipe.some(each => each.type === action)
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map(date => date.toISOString())
  if (has('iso_date')) return day.map(text => text.slice(0, 10))
  if (has('iso_date_time')) return day.map(text => text.slice(0, 16))
  if (has('url')) return fc.webUrl()
  const least = Number(limit(pipe, 'min_length') ?? 0)
  const most = Math.min(20, Number(limit(pipe, 'max_length') ?? 20))
  const some = fc.string({ minLength: least, maxLength: Math.max(least, most), unit: 'grapheme' })
  return names.length === 0 ? some : fc.oneof(some, fc.constantFrom(...names))
}
