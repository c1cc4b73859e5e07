import type { ProfileEdit } from '../../../core/contract/assumptions.ts'
import { figureKind } from './figureWords.ts'

export type ProfileValue = NonNullable<ProfileEdit['value']>

/** A value while it is typed: numbers as they stand in their fields, shares in per cent; null where a field is empty. */
export type ValueDraft = {
  readonly shape: 'number' | 'list' | 'table'
  readonly cells: readonly { readonly key: string; readonly value: number | null }[]
}

/** Per cent are typed, shares are stored. */
const scaleOf = (unit: string) => (figureKind(unit) === 'share' ? 100 : 1)
/** 0.14 * 100 is not quite 14. */
const plain = (value: number) => Number(value.toPrecision(12))

export function draftOf(value: ProfileValue, unit: string): ValueDraft {
  const cell = (key: string, one: number) => ({ key, value: plain(one * scaleOf(unit)) })
  if (typeof value === 'number') return { shape: 'number', cells: [cell('', value)] }
  if (isList(value)) return { shape: 'list', cells: value.map((one, i) => cell(String(i), one)) }
  return { shape: 'table', cells: Object.entries(value).map(([key, one]) => cell(key, one)) }
}

/** The value that a draft says; undefined while a field is empty. */
export function valueOf(draft: ValueDraft, unit: string): ProfileValue | undefined {
  const numbers = draft.cells.flatMap(({ key, value }) =>
    value === null ? [] : [[key, plain(value / scaleOf(unit))] as const],
  )
  if (numbers.length < draft.cells.length) return undefined
  if (draft.shape === 'number') return numbers[0]?.[1]
  return draft.shape === 'list' ? numbers.map(([, value]) => value) : Object.fromEntries(numbers)
}

export function withCell(draft: ValueDraft, key: string, value: number | null): ValueDraft {
  return { ...draft, cells: draft.cells.map(cell => (cell.key === key ? { key, value } : cell)) }
}

/** What all cells together have to be, as they are typed; undefined where each stands for itself. */
export function totalOf(entry: string): number | undefined {
  if (entry === 'ageShare') return 100
  return entry === 'hourActivity' ? 24 : undefined
}

export function sumOf(draft: ValueDraft): number {
  return plain(draft.cells.reduce((sum, { value }) => sum + (value ?? 0), 0))
}

/** The same proportions with another total. */
export function scaledTo(draft: ValueDraft, total: number): ValueDraft {
  const factor = total / sumOf(draft)
  if (!Number.isFinite(factor)) return draft
  return {
    ...draft,
    cells: draft.cells.map(({ key, value }) => ({
      key,
      value: value === null ? null : plain(value * factor),
    })),
  }
}

export function isSameValue(a: ProfileValue, b: ProfileValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** As requests carry it. */
export function sentValue(value: ProfileValue): number | number[] | Record<string, number> {
  if (typeof value === 'number') return value
  return isList(value) ? [...value] : { ...value }
}

export function isList(value: ProfileValue): value is readonly number[] {
  return Array.isArray(value)
}
