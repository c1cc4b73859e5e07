/** A decimal in whole units and millionths, each exact in a double: sums of a million of them stay exact. */
export type Decimal = { readonly whole: number; readonly micro: number }

/** Of a text like `1234.56`, with or without a sign; digits after the sixth are rounded, half away from zero. */
export function decimalOf(text: string): Decimal | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text)
  if (match === null) return undefined
  const [, sign, whole = '', fraction = ''] = match
  const micro = Number(fraction.slice(0, 6).padEnd(6, '0')) + (Number(fraction[6] ?? 0) >= 5 ? 1 : 0)
  const factor = sign === '-' ? -1 : 1
  return { whole: signed(factor, Number(whole)), micro: signed(factor, micro) }
}

export function toNumber({ whole, micro }: Decimal): number {
  return whole + micro / 1e6
}

/** -0 is not 0 to an exact comparison. */
function signed(factor: number, value: number): number {
  return value === 0 ? 0 : factor * value
}
