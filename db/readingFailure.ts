import type { Failure } from '../core/contract/failure.ts'
import { say } from '../core/words/say.ts'
import { storageFailure } from './storageFailure.ts'

/**
 * Why a file could not be read whose bytes may be anything: as `storageFailure` says, and whatever else the bytes make
 * SQLite or a parser say is damage.
 */
export function readingFailure(file: string, error: unknown): Failure {
  try {
    return storageFailure(file, error)
  } catch {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      code: 'damaged',
      message: say('{{file}}: expected an undamaged Foreclick database, got "{{reason}}".', { file, reason }),
    }
  }
}
