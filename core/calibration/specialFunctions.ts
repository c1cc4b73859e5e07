// Numerical recipes in the plain sense: known approximations with their errors, good for probabilities of forecasts.

/** ln Γ(x), x > 0: Stirling's series above 8, the recurrence below; relative error below 1e-10. */
export function logGamma(x: number): number {
  let shift = 0
  let y = x
  while (y < 8) {
    shift += Math.log(y)
    y += 1
  }
  const r = 1 / (y * y)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r / 1680))) / y
  return (y - 0.5) * Math.log(y) - y + 0.9189385332046727 + series - shift
}

/** Standard normal distribution: Chebyshev fit of erfc (Press et al.), relative error below 1.2e-7. */
export function normalCdf(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2
  const t = 1 / (1 + 0.5 * x)
  const tail =
    0.5 *
    t *
    Math.exp(
      -x * x -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    )
  return z > 0 ? 1 - tail : tail
}

/** Regularised lower incomplete gamma function P(a, x): series below a + 1, continued fraction above. */
export function gammaCdf(a: number, x: number): number {
  if (!(x > 0)) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 1000 && term > sum * 1e-12; n++) {
      term *= x / (a + n)
      sum += term
    }
    return Math.min(1, front * sum)
  }
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let n = 1; n < 1000; n++) {
    const an = -n * (n - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < tiny) d = tiny
    c = b + an / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    const delta = d * c
    h *= delta
    if (Math.abs(delta - 1) < 1e-12) break
  }
  return Math.max(0, 1 - front * h)
}
