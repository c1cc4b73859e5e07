/** What an announced version is to the one that runs. Only whole releases, `1.2.3`, are ever taken. */
export type Judgement = 'newer' | 'same' | 'older' | 'unreadable'

/** SECURITY: an older version may have holes that this one closed, so it is told apart and refused (K9). */
export function judgeVersion(own: string, announced: string): Judgement {
  const [mine, theirs] = [partsOf(own), partsOf(announced)]
  if (mine === undefined || theirs === undefined) return 'unreadable'
  const difference = theirs.map((part, i) => part - (mine[i] ?? 0)).find(part => part !== 0) ?? 0
  return difference > 0 ? 'newer' : difference < 0 ? 'older' : 'same'
}

function partsOf(version: string): readonly number[] | undefined {
  return /^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(version) ? version.split('.').map(Number) : undefined
}
