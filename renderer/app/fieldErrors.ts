import type { Failure, Problem } from '../../core/contract/failure.ts'

export type FieldErrors = {
  /** The first problem of the field, if any; `fields.` before a path is left out. */
  readonly of: (field: string) => Problem | undefined
  /** Whether every problem belongs to a field that `shown` names, so that nothing is left to be said apart. */
  readonly areAllShownBy: (shown: readonly string[]) => boolean
}

/** The problems of a refused form by the field they are about. Deeper paths belong to their field. */
export function fieldErrors(failure: Failure | undefined): FieldErrors {
  const problems = failure?.problems ?? []
  const fieldOf = ({ path }: Problem) => path.replace(/^fields\./, '').split(/[.[]/)[0] ?? ''
  return {
    of: field => problems.find(problem => fieldOf(problem) === field),
    areAllShownBy: shown =>
      problems.length > 0 && problems.every(problem => shown.includes(fieldOf(problem))),
  }
}
