import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'

type Assumption = ForecastResult['assumptions'][number]

/** The value of an assumption with enough figures to check it: a number, a list, or a table by name. */
export function assumptionValue(value: Assumption['value'], language: string): string {
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 })
  if (typeof value === 'number') return format.format(value)
  if (isList(value)) return value.map(one => format.format(one)).join(' · ')
  return Object.entries(value)
    .map(([name, one]) => `${name} ${format.format(one)}`)
    .join(' · ')
}

function isList(value: Exclude<Assumption['value'], number>): value is readonly number[] {
  return Array.isArray(value)
}
