import { expect, test } from 'vitest'

import { Stream } from '../../../core/simulation/stream.ts'
import { binomial, logFactorial, normal, normalQuantile, poisson } from '../../../core/simulation/variates.ts'

const stream = (seed: number) => {
  const opened = new Stream(seed, 1)
  opened.seek(0, 0)
  return opened
}

/** Chi-square of counts against a probability function, tails pooled to 10 expected; returns it per degree of freedom's sigma. */
function misfit(draws: readonly number[], logProbability: (k: number) => number): number {
  const counts = new Map<number, number>()
  for (const k of draws) counts.set(k, (counts.get(k) ?? 0) + 1)
  const top = Math.max(...counts.keys())
  let chiSquare = 0
  let cells = 0
  let expected = 0
  let observed = 0
  let covered = 0
  for (let k = 0; k <= top; k++) {
    const p = Math.exp(logProbability(k))
    expected += p * draws.length
    observed += counts.get(k) ?? 0
    covered += p
    const rest = (1 - covered) * draws.length
    if (expected < 10 || rest < 10) continue
    chiSquare += (observed - expected) ** 2 / expected
    cells++
    expected = 0
    observed = 0
  }
  expected += (1 - covered) * draws.length
  chiSquare += (observed - expected) ** 2 / expected
  return (chiSquare - cells) / Math.sqrt(2 * cells)
}

test('DE-draws: ln k! agrees with the sum of logarithms on both sides of the table', () => {
  let sum = 0
  for (let k = 2; k <= 2000; k++) {
    sum += Math.log(k)
    expect(Math.abs(logFactorial(k) - sum)).toBeLessThan(1e-8)
  }
})

test('DE-draws: the normal quantile inverts the normal distribution', () => {
  const known = [
    [0.5, 0],
    [0.841344746068543, 1],
    [0.977249868051821, 2],
    [0.99865010196837, 3],
    [0.1, -1.2815515655446],
  ]
  for (const [p, x] of known) expect(normalQuantile(p!)).toBeCloseTo(x!, 7)
})

test('DE-draws: normal draws have the moments of the normal', () => {
  const source = stream(1)
  const draws = Array.from({ length: 200_000 }, () => normal(source))
  const moment = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(200_000))
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 200_000))
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / 200_000))
})

test.each([0.003, 0.4, 2.4, 11.9, 12.1, 60, 3000])(
  'DE-draws: Poisson counts of mean %s fit their probabilities',
  mean => {
    const source = stream(11)
    const draws = Array.from({ length: 100_000 }, () => poisson(source, mean))
    expect(Math.abs(misfit(draws, k => k * Math.log(mean) - mean - logFactorial(k)))).toBeLessThan(4)
  },
)

test.each([
  [1, 0.014],
  [5, 0.3],
  [40, 0.014],
  [900, 0.013],
  [900, 0.014],
  [5000, 0.02],
  [30, 0.95],
  [2000, 0.6],
])('DE-draws: binomial counts of %s trials at %s fit their probabilities', (n, p) => {
  const source = stream(12)
  const draws = Array.from({ length: 100_000 }, () => binomial(source, n, p))
  expect(draws.every(k => k >= 0 && k <= n)).toBe(true)
  const logProbability = (k: number) =>
    k > n
      ? -Infinity
      : logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p)
  expect(Math.abs(misfit(draws, logProbability))).toBeLessThan(4)
})

test('DE-draws: no chance and no trials give zero, certainty gives all', () => {
  const source = stream(13)
  expect([
    poisson(source, 0),
    poisson(source, Number.NaN),
    binomial(source, 0, 0.5),
    binomial(source, 9, 0),
    binomial(source, 9, 1),
  ]).toEqual([0, 0, 0, 0, 9])
})
