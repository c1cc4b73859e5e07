import type { CalibrationEntry, LevelEffect } from '../../core/calibration/calibrationReport.ts'
import { targetColumns } from '../../core/history/targetColumns.ts'
import { columns } from './columns.ts'

const mostEffects = 15

/** What was learnt, entry by entry, and what moves orders most. */
export function calibrationLines(
  entries: readonly CalibrationEntry[],
  effects: readonly LevelEffect[],
): readonly string[] {
  const number = (value: number | null) => (value === null ? '-' : String(Number(value.toPrecision(4))))
  const largest = effects.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect)).slice(0, mostEffects)
  return [
    ...columns([
      ['entry', 'currency', 'prior', 'data', 'learnt', 'sd', 'orders'],
      ...entries.map(({ id, currency, prior, data, posterior, deviation, orders }) => [
        id,
        currency,
        number(prior),
        number(data),
        number(posterior),
        number(deviation),
        String(orders),
      ]),
    ]),
    ...(largest.length === 0
      ? []
      : [
          '',
          'What moves orders most (as a factor of what they deliver for the money):',
          ...columns([
            ['of', 'level', 'value', 'factor', 'orders'],
            ...largest.map(({ target, level, name, effect, orders }) => [
              targetColumns[target],
              level,
              name,
              number(Math.exp(effect)),
              String(orders),
            ]),
          ]),
        ]),
  ]
}
