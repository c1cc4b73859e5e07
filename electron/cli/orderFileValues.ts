import { ageBands, genders } from '../../core/market/marketProfile.ts'
import {
  accountTypes,
  categories,
  entrances,
  goals,
  pacings,
  payers,
  priceRules,
  productSources,
  sounds,
  visibilities,
} from '../../core/order/promoteOrder.ts'

const fields: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['market', ['GB', 'ID']],
  ['creator.accountType', accountTypes],
  ['video.visibility', visibilities],
  ['video.sound', sounds],
  ['video.category', categories],
  ['product.source', productSources],
  ['entrance', entrances],
  ['goal', goals],
  ['audience.kind', ['automatic', 'custom']],
  ['audience.ageBands', ageBands],
  ['audience.genders', genders],
  ['audience.interests', categories],
  ['budget.currency', ['GBP', 'IDR']],
  ['payer', payers],
  ['pacing', pacings],
  ['priceRule', priceRules],
]

/** The words an order file may use, for the help of commands that read one. */
export function orderFileValues(): string {
  const width = Math.max(...fields.map(([name]) => name.length))
  const lines = fields.map(([name, values]) => `  ${name.padEnd(width)}  ${wrap(values, width + 4)}`)
  return ['WORDS OF AN ORDER FILE', '', ...lines, ''].join('\n')
}

function wrap(values: readonly string[], indent: number): string {
  const lines: string[] = []
  for (const value of values) {
    const last = lines.at(-1)
    if (last !== undefined && indent + last.length + value.length < 98)
      lines[lines.length - 1] = `${last} ${value}`
    else lines.push(value)
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}
