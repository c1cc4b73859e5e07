import type { Checkpoint } from './checkpoint.ts'
import type { Severity } from './finding.ts'
import type { FindingState } from './findingDecision.ts'

/** Names of an evidence pack (L30); `version` grows when an older verifier could no longer read it. */
export const packFormat = 'foreclick-evidence'
export const packVersion = 1

/** A file of the pack as its manifest lists it. */
export type PackedFile = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Of a file of lines: how many it has, the heading of a CSV included. */
  readonly lines?: number
}

/** What an audit says of an order, as the pack carries it. */
export type PackedFinding = {
  readonly key: string
  readonly rule: string
  readonly severity: Severity
  readonly orderId: string | null
  readonly title: string
  readonly status: FindingState
  readonly reason: string | null
  readonly evidence: unknown
}

/** The signed table of contents. Its signature covers every other file by its hash. */
export type PackManifest = {
  readonly format: typeof packFormat
  readonly version: typeof packVersion
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly program: string
  readonly modelVersion: string
  readonly workspace: { readonly id: string; readonly demo: boolean }
  /** The log as it stood; checkpoint.json has it signed. */
  readonly checkpoint: Checkpoint
  readonly checkpointFingerprint: string
  readonly scope: {
    /** Its orders run on a day of this period, both days included, by their own calendars; null without an end. */
    readonly from: string | null
    readonly to: string | null
    /** The orders that were named; null for all of the period. */
    readonly orders: readonly string[] | null
    /** Whether every entry of the log is in the pack, or only those about its orders. */
    readonly wholeLog: boolean
  }
  readonly counts: { readonly orders: number; readonly entries: number; readonly transfers: number }
  /** How many an audit of its orders made. */
  readonly findings: number
  /** Confirmations of orders as PDF: left out of packs of many orders, which would take minutes. */
  readonly confirmations: number | 'left out'
  readonly files: readonly PackedFile[]
}

/** More orders than this have no confirmations in their pack. */
export const mostConfirmations = 20

/**
 * What a pack can prove and what it cannot, in words; the verifier prints the same (L22). A chain that is kept in one file only
 * detects accidents and naive edits.
 */
export const packLimits: readonly string[] = [
  'Proved: every file is as it was when the pack was signed, and the entries of the log follow one another up to the checkpoint in the pack.',
  'Proved: forecasts, payments and ledger entries in the pack agree with each other and with the log.',
  'Not proved by the pack alone: that the signing key is the right one. Whoever can write the data folder can write another log and sign it with another key. Compare the key id with one that you got by another way.',
  'Not proved by the pack alone: that nothing was cut off at the end of the log. Give the verifier a checkpoint that was exported or printed earlier: it must be a beginning of this log.',
  'Not proved by any log: that what was written down was true at the time. Compare payments with statements of the bank and deliveries with reports of the platform.',
  'Times are those of the clock of the machine that wrote them.',
]
