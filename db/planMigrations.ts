import type { Result } from '../core/contract/failure.ts'
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
        `${file}: expected migration ${past.tag} with hash ${same.hash}, got ${past.hash}: it was edited after it was applied.`,
      )
  }
  const pending = known.slice(applied.length)
  let last: AppliedMigration | undefined = applied.at(-1)
  for (const next of pending) {
    if (last && next.when <= last.when)
      return refusal(
        'refused',
        `${file}: expected migration ${next.tag} to be newer than ${last.tag}, got an older one.`,
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
      `${file}: expected the migrations of this program, got ${past.tag} out of order.`,
    )
  return refusal(
    'newer',
    `${file}: expected a database up to ${last?.tag ?? 'no migration'}, got one with ${past.tag}: a newer Foreclick ` +
      'wrote it. Nothing was changed. Update Foreclick, or open the folder for reading only.',
  )
}
