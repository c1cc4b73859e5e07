import { basename } from 'node:path'

import type { Candidate } from '../../core/forecast/analysis.ts'
import type { MarketProfile } from '../../core/market/marketProfile.ts'
import type { PromoteOrder } from '../../core/order/promoteOrder.ts'
import { readableOrder, type RefusedOrder } from './readableOrder.ts'
import { badInput } from './readInput.ts'

type Candidates = {
  readonly ok: true
  readonly candidates: readonly Candidate[]
  readonly profile: MarketProfile
  readonly warnings: readonly string[]
}
type Options = {
  readonly files: readonly string[]
  readonly profileFile?: string | undefined
  readonly most: number
  /** Orders with equal subjects meet the same chance. */
  readonly subjectOf: (order: PromoteOrder, place: number) => string
}

/** The orders of two files or more, all in one market: money of two markets does not compare. */
export async function readCandidates(options: Options): Promise<Candidates | RefusedOrder> {
  const { files, profileFile, most, subjectOf } = options
  if (files.length < 2 || files.length > most)
    return refused('--order', {
      path: '',
      expected: `2 to ${most} order files`,
      received: String(files.length),
    })
  const subjects = new Map<string, number>()
  const candidates: Candidate[] = []
  const warnings: string[] = []
  let profile: MarketProfile | undefined
  for (const [place, file] of files.entries()) {
    const read = await readableOrder(file, profileFile)
    if (!read.ok) return read
    profile ??= read.profile
    if (read.order.market !== profile.market)
      return refused(file, {
        path: 'market',
        expected: `${profile.market}, the market of the first order: money of two markets does not compare`,
        received: JSON.stringify(read.order.market),
      })
    const what = subjectOf(read.order, place)
    const subject = subjects.get(what) ?? subjects.size
    subjects.set(what, subject)
    candidates.push({ name: nameOf(file, files), order: read.order, subject })
    warnings.push(...read.warnings.map(warning => `${nameOf(file, files)}: ${warning}`))
  }
  if (profile === undefined) throw new RangeError('no order was read')
  return { ok: true, candidates, profile, warnings }
}

/** The file's own name, or the whole of what was typed where two files have the same. */
function nameOf(file: string, files: readonly string[]): string {
  const short = basename(file, '.json')
  return files.filter(other => basename(other, '.json') === short).length > 1 ? file : short
}

function refused(
  subject: string,
  problem: { path: string; expected: string; received: string },
): RefusedOrder {
  return { ok: false, subject, failure: badInput([problem]).failure }
}
