import type { Failure, Problem } from '../../core/contract/failure.ts'

/** What a command leaves: its exit status, and what it prints. */
export type Outcome = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** An answer: `value` under `--json`, else the report. Status 1 says that the command ran and the answer is no. */
export function answer(
  what: { readonly status: 0 | 1; readonly value: unknown; readonly report: string },
  json: boolean,
): Outcome {
  return { status: what.status, stdout: json ? document(what.value) : what.report, stderr: '' }
}

/**
 * A refusal about `subject`, a file or a command; '' where the failure itself names what it is about. It prints a line for each problem on standard error, and under
 * `--json` the failure as the one document on standard output. `lines` replace what the problems say to a person.
 */
export function refusal(
  what: { readonly subject: string; readonly failure: Failure; readonly lines?: readonly string[] },
  json: boolean,
): Outcome {
  const { subject, failure, lines = linesOf(failure) } = what
  return {
    status: statusOf(failure),
    stdout: json ? document({ ok: false, failure }) : '',
    stderr: lines.map(line => `${subject === '' ? '' : `${subject}: `}${oneLine(line)}\n`).join(''),
  }
}

/** A stop by hand ends as the shell expects it to, a fault of ours as an answer that is no. */
function statusOf({ code }: Failure): number {
  if (code === 'cancelled') return 130
  return code === 'internal' ? 1 : 2
}

function linesOf({ message, problems = [] }: Failure): readonly string[] {
  return problems.length === 0 ? [message] : problems.map(lineOf)
}

function lineOf(problem: Problem): string {
  const hint = problem.hint === undefined || problem.hint === '' ? '' : ` (${problem.hint})`
  const path = problem.path === '' ? '' : `${problem.path}: `
  return `${path}expected ${problem.expected}, received ${problem.received}${hint}`
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
