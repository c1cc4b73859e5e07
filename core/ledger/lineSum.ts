/** Exact for any whole minor units: doubles could lose the last unit of large sums, which are added up as bigints. */
export function lineSum(lines: readonly { readonly minor: number }[]): number | bigint {
  let sum = 0
  for (const { minor } of lines) {
    sum += minor
    if (!Number.isSafeInteger(sum)) return lines.reduce((all, line) => all + BigInt(line.minor), 0n)
  }
  return sum
}
