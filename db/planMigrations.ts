import type { Result } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import type { AppliedMigration, Migration } from './migration.ts'
import { type Refusal, refusal } from './refusal.ts'

/**
 * Which migrations a database still has to go through. Fails when an applied one was edited since (`damaged`, D15), when
 * the database went further than this program knows (`newer`, D16), or when one would be older than the last that was
 * applied (`refused`, D12).
 */
export function planMigrations(
  file: string,
  applied: readonly AppliedMigration[],
  known: readonly Migration[],
): Result<readonly Migration[]> {
  for (const [position, past] of applied.entries()) {
    const same = known[position]
    if (same?.tag !== past.tag) return strange(file, past, known)
    if (same.hash !== past.hash)
      return refusal(
        'damaged',
        say(
          '{{file}}: expected migration {{migration}} with hash {{hash}}, got {{other}}: it was edited after it was applied.',
          { file, migration: past.tag, hash: same.hash, other: past.hash },
        ),
      )
  }
  const pending = known.slice(applied.length)
  let last: AppliedMigration | undefined = applied.at(-1)
  for (const next of pending) {
    if (last && next.when <= last.when)
      return refusal(
        'refused',
        say('{{file}}: expected migration {{migration}} to be newer than {{other}}, got an older one.', {
          file,
          migration: next.tag,
          other: last.tag,
        }),
      )
    last = next
  }
  return { ok: true, value: pending }
}

function strange(file: string, past: AppliedMigration, known: readonly Migration[]): Refusal {
  const last = known.at(-1)
  if (known.some(each => each.tag === past.tag) || (last && past.when <= last.when))
    return refusal(
      'refused',
      say('{{file}}: expected the migrations of this program, got {{migration}} out of order.', {
        file,
        migration: past.tag,
      }),
    )
  return refusal(
    'newer',
    say(
      '{{file}}: expected a database up to {{last}}, got one with {{migration}}: a newer Foreclick wrote it. Nothing was changed. Update Foreclick, or open the folder for reading only.',
      { file, last: last?.tag ?? say('no migration'), migration: past.tag },
    ),
  )
}
