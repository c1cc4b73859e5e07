/** The last lines of a report: warnings, and what makes the same bytes again. */
export function reportFoot(result: {
  readonly warnings: readonly string[]
  readonly modelVersion: string
  readonly profileVersion: string
  readonly seed: number
  readonly replicates?: number
  readonly digest: string
}): readonly string[] {
  const { warnings, modelVersion, profileVersion, seed, replicates, digest } = result
  const count = replicates === undefined ? '' : `, ${replicates.toLocaleString('en-GB')} replicates`
  return [
    ...(warnings.length === 0 ? [] : ['', ...warnings.map(warning => `Warning: ${warning}`)]),
    '',
    `Model ${modelVersion}, profile ${profileVersion}, seed ${seed}${count}`,
    digest,
    '',
  ]
}
