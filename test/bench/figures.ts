/** One measured number, with the target it is held to where the specification names one. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
  readonly note?: string
}

/** Runs `work` several times and gives the median of what it returns, with the spread to judge it by. */
export function medianOf(
  runs: number,
  work: () => number,
): { readonly median: number; readonly note: string } {
  const values = Array.from({ length: runs }, work).toSorted((a, b) => a - b)
  const [first, median, last] = [values[0] ?? 0, values[runs >> 1] ?? 0, values[runs - 1] ?? 0]
  return { median, note: `${runs} runs, ${short(first)} to ${short(last)}` }
}

function short(value: number): string {
  return value.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
}

function verdict(figure: Figure): string {
  if (figure.target === undefined) return ''
  if ('atLeast' in figure.target) {
    return `${figure.value >= figure.target.atLeast ? 'ok' : 'SHORT'} (at least ${short(figure.target.atLeast)})`
  }
  return `${figure.value <= figure.target.atMost ? 'ok' : 'SHORT'} (at most ${short(figure.target.atMost)})`
}

export function writeFigures(
  machine: { readonly node: string; readonly cores: number },
  figures: readonly Figure[],
): string {
  const lines = figures.map(figure => [
    figure.name,
    `${short(figure.value)} ${figure.unit}`,
    verdict(figure),
    figure.note ?? '',
  ])
  const widths = [0, 1, 2].map(column => Math.max(...lines.map(line => line[column]?.length ?? 0)))
  const rows = lines.map(line =>
    line
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [`node ${machine.node}, ${machine.cores} cores`, ...rows, ''].join('\n')
}
