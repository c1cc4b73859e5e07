/** In the words of the ads managers (domain W2). */
export const audienceWords = ['tooNarrow', 'narrow', 'balanced', 'broad'] as const
export type AudienceWord = (typeof audienceWords)[number]

/**
 * People below which an audience has each word, and its part of the gauge. Official: a custom audience needs at least
 * 1,000 people (N6). Two of the bounds are our own inference, a share of the market's adults, because the words' own
 * thresholds are not published.
 */
const leastPeople = 1_000
const narrowShare = 0.002
const balancedShare = 0.02
const broadShare = 0.3

/** What to call an audience of `people`, who are `share` (0 to 1) of the market's adults. */
export function audienceWord(people: number, share: number): AudienceWord {
  if (people < leastPeople || share < narrowShare) return 'tooNarrow'
  if (share < balancedShare) return 'narrow'
  return share < broadShare ? 'balanced' : 'broad'
}

/** Where the marker stands, 0 to 1: each word has a quarter of the gauge, the share is logarithmic within it. */
export function gaugePosition(people: number, share: number): number {
  const word = audienceWord(people, share)
  const bounds = [narrowShare / 10, narrowShare, balancedShare, broadShare, 1]
  const index = audienceWords.indexOf(word)
  const [from = 0, to = 1] = bounds.slice(index, index + 2)
  const within = (Math.log(share) - Math.log(from)) / (Math.log(to) - Math.log(from))
  return (index + Math.min(1, Math.max(0, within))) / audienceWords.length
}
