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
  const { type, pipe = [], entries, options = [], item, wrapped, literal, value } = schema as Schema
  const of = (inner: unknown) => requestOf(inner, names)
  const limit = (action: string) => pipe.find(each => each.type === action)?.requirement
  const most = Math.min(20, Number(limit('max_length') ?? 20))
  const least = Number(limit('min_length') ?? 0)
  switch (type) {
    case 'strict_object':
      return fc.record(
        Object.fromEntries(Object.entries(entries ?? {}).map(([name, field]) => [name, of(field)])),
      )
    case 'array':
      return fc.array(of(item), { minLength: least, maxLength: Math.max(least, Math.min(3, most)) })
    case 'record':
      return fc.dictionary(fc.string(), of(value), { maxKeys: 3 })
    case 'nullable':
      return fc.option(of(wrapped), { freq: 3 })
    case 'optional':
      return of(wrapped)
    case 'union':
    case 'variant':
      return fc.oneof(...options.map(of))
    case 'picklist':
      return fc.constantFrom(...options)
    case 'literal':
      return fc.constant(literal)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return numbers(pipe, { least: limit('min_value') ?? limit('gt_value'), most: limit('max_value') })
    case 'string':
      return texts(pipe, { least, most, names })
    default:
      throw new Error(`expected a kind of schema that requests have, got ${type}`)
  }
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

function texts(
  pipe: readonly Action[],
  {
    least,
    most,
    names,
  }: { readonly least: number; readonly most: number; readonly names: readonly string[] },
): fc.Arbitrary<string> {
  const has = (action: string) => pipe.some(each => each.type === action)
  const day = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map(date => date.toISOString())
  if (has('iso_date')) return day.map(text => text.slice(0, 10))
  if (has('iso_date_time')) return day.map(text => text.slice(0, 16))
  if (has('url')) return fc.webUrl()
  const some = fc.string({ minLength: least, maxLength: Math.max(least, most), unit: 'grapheme' })
  return names.length === 0 ? some : fc.oneof(some, fc.constantFrom(...names))
}
