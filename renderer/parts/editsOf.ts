import type { Logged } from '../../core/contract/orderLife.ts'

type Fields = Readonly<Record<string, unknown>>
export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown }
/** One save of a record: what it changed, and nothing where it was the first. */
export type Edit = Pick<Logged, 'seq' | 'at' | 'who'> & {
  readonly isFirst: boolean
  readonly changes: readonly FieldChange[]
}

/** The saves that the log tells of a record, oldest first; a save that changed nothing is left out. */
export function editsOf(log: readonly Logged[]): readonly Edit[] {
  let before: Fields | undefined
  return log.flatMap(({ seq, at, who, what, payload }): Edit[] => {
    if (what !== 'save') return []
    const fields = fieldsOf(payload)
    const changes = before === undefined ? [] : changesOf(before, fields)
    const isFirst = before === undefined
    before = fields
    return isFirst || changes.length > 0 ? [{ seq, at, who, isFirst, changes }] : []
  })
}

function changesOf(before: Fields, after: Fields): FieldChange[] {
  return Object.keys(after)
    .filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map(field => ({ field, before: before[field], after: after[field] }))
}

function fieldsOf(payload: unknown): Fields {
  const fields = isRecord(payload) ? payload['fields'] : undefined
  return isRecord(fields) ? fields : {}
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
