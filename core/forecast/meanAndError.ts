/** Mean of independent values and its standard error (FO7). */
export function meanAndError(values: Float64Array): { readonly mean: number; readonly error: number } {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return { mean, error: count > 1 ? Math.sqrt(squares / (count - 1) / count) : 0 }
}
