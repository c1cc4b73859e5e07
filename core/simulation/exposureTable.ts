const steps = 4096
const grid = 40_000

/**
 * Who is met next when people's activity is gamma with dispersion k (DE8): people stand in the order of their activity,
 * and `table[i]` is the share of people up to whom the share i / steps of all meetings goes (an inverse Lorenz curve).
 */
export type ExposureTable = Float64Array

export function exposureTable(dispersion: number): ExposureTable {
  // With x = t^(1/k) the gamma density loses its pole at 0: people lie at e^(-kx) dt, meetings at x e^(-kx) dt.
  const longest = Math.exp(dispersion * Math.log(1 + 40 / dispersion))
  const people = new Float64Array(grid + 1)
  const meetings = new Float64Array(grid + 1)
  for (let i = 1; i <= grid; i++) {
    const x = Math.exp(Math.log(((i - 0.5) / grid) * longest) / dispersion)
    const mass = Math.exp(-dispersion * x)
    people[i] = people[i - 1]! + mass
    meetings[i] = meetings[i - 1]! + x * mass
  }
  const table = new Float64Array(steps + 2)
  let at = 0
  for (let i = 0; i <= steps; i++) {
    const wanted = (i / steps) * meetings[grid]!
    while (at < grid - 1 && meetings[at + 1]! < wanted) at++
    const gap = meetings[at + 1]! - meetings[at]!
    const within = gap > 0 ? Math.min(1, Math.max(0, (wanted - meetings[at]!) / gap)) : 0
    table[i] = (people[at]! + within * (people[at + 1]! - people[at]!)) / people[grid]!
  }
  table[steps + 1] = table[steps]!
  return table
}

/** Position (0 to 1) among people of whom a uniform `u` meets. */
export function personAt(table: ExposureTable, u: number): number {
  const x = u * steps
  const i = x | 0
  const low = table[i]!
  return Math.min(low + (x - i) * (table[i + 1]! - low), 1 - 1e-12)
}
