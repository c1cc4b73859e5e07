import type { Checkpoint } from '../../../../core/audit/checkpoint.ts'

export type PackFault = { readonly code: string; readonly entry: string; readonly message: string }

export type PackVerdict = {
  readonly ok: boolean
  readonly first: PackFault | null
  readonly faults: readonly PackFault[]
  readonly about: {
    readonly keyId?: string
    readonly checkpoint?: Checkpoint
    readonly checkpointFingerprint?: string
    readonly counts?: { readonly orders: number; readonly entries: number; readonly transfers: number }
    readonly createdAt?: number
    readonly findings?: number | 'not run'
    readonly wholeLog?: boolean
    readonly demo?: boolean
  }
  readonly limits: readonly string[]
}

/** Where a pack is read from, a part at a time. */
export type PackSource = {
  readonly size: number
  readonly read: (at: number, length: number) => Promise<Uint8Array>
  readonly inflate: (at: number, length: number) => AsyncIterable<Uint8Array>
}

export function verifyPack(
  source: PackSource,
  given?: { readonly checkpoint?: string | undefined; readonly keyId?: string | undefined },
): Promise<PackVerdict>
