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

export function verifyPack(
  bytes: Uint8Array,
  given?: {
    readonly checkpoint?: string | undefined
    readonly keyId?: string | undefined
    readonly inflate?: (packed: Uint8Array, limit: number) => Uint8Array | Promise<Uint8Array>
  },
): Promise<PackVerdict>
