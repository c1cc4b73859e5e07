import type { ForecastResult } from '../../../core/forecast/forecastResult.ts'
import type { Language } from '../../i18n/i18n.ts'
import { assumptionNames, assumptionUnits } from '../../i18n/id/assumptionNames.ts'

type Assumption = ForecastResult['assumptions'][number]

/** The name of an assumption; English ones are the market profile's own. */
export function assumptionName({ id, name }: Pick<Assumption, 'id' | 'name'>, language: Language): string {
  return language === 'id' ? (assumptionNames[id] ?? name) : name
}

export function assumptionUnit({ unit }: Pick<Assumption, 'unit'>, language: Language): string {
  return language === 'id' ? (assumptionUnits[unit] ?? unit) : unit
}

/** The value of an assumption with enough figures to check it: a number, a list, or a table by name. */
export function assumptionValue(value: Assumption['value'], language: Language): string {
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
