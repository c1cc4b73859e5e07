import type { Failure, Problem } from '../../../core/contract/failure.ts'

/** The fields of the screen that can be wrong. */
export type FormField =
  | 'video'
  | 'product'
  | 'goal'
  | 'target'
  | 'ageBands'
  | 'genders'
  | 'interests'
  | 'perDay'
  | 'days'
  | 'startsAt'

/**
 * Where a path of a draft (`budgetMinor`) or of the order that it makes (`budget.total`) is typed. The longest prefix
 * counts, so that `audience.interests[2]` finds its chips.
 */
const fieldOfPath: Readonly<Record<string, FormField>> = {
  videoId: 'video',
  video: 'video',
  creator: 'video',
  productId: 'product',
  product: 'product',
  goal: 'goal',
  target: 'target',
  targetLinkClicks: 'target',
  audience: 'ageBands',
  'audience.ageBands': 'ageBands',
  'audience.genders': 'genders',
  'audience.interests': 'interests',
  budget: 'perDay',
  budgetMinor: 'perDay',
  durationDays: 'days',
  startsAt: 'startsAt',
}

export type FieldProblems = {
  readonly byField: ReadonlyMap<FormField, Problem>
  /** Problems that no field of the screen shows. */
  readonly others: readonly Problem[]
}

/** The first problem of each field, and those without a field. */
export function fieldProblems(failures: readonly (Failure | undefined)[]): FieldProblems {
  const byField = new Map<FormField, Problem>()
  const others: Problem[] = []
  for (const problem of failures.flatMap(failure => failure?.problems ?? [])) {
    const field = fieldOf(problem.path)
    if (field === undefined) others.push(problem)
    else if (!byField.has(field)) byField.set(field, problem)
  }
  return { byField, others }
}

function fieldOf(path: string): FormField | undefined {
  const parts = path.replace(/^draft\./, '').split(/[.[]/)
  for (let length = parts.length; length > 0; length--) {
    const field = fieldOfPath[parts.slice(0, length).join('.')]
    if (field !== undefined) return field
  }
  return undefined
}
