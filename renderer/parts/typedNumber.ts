/**
 * The number a person typed or pasted, in either locale: signs of money, letters and spaces are ignored, `1.234,56` and
 * `1,234.56` both read as what they mean. A single separator with three digits behind it groups thousands where the
 * currency has no decimals or the locale groups with it. Undefined when nothing can be read.
 */
export function typedNumber(
  text: string,
  options: { readonly decimals: number; readonly groupsWith: '.' | ',' },
): number | undefined {
  const kept = text.replaceAll(/[^\d.,-]/g, '')
  const sign = kept.startsWith('-') ? -1 : 1
  const digits = kept.replaceAll('-', '')
  if (!/\d/.test(digits)) return undefined
  const decimalAt = decimalPlace(digits, options)
  const whole = digits.slice(0, decimalAt).replaceAll(/\D/g, '')
  const fraction = digits.slice(decimalAt).replaceAll(/\D/g, '')
  return sign * Number(`${whole || '0'}.${fraction || '0'}`)
}

/** Where the decimal separator stands; the length when there is none. */
function decimalPlace(
  digits: string,
  { decimals, groupsWith }: { readonly decimals: number; readonly groupsWith: '.' | ',' },
): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0 || decimals === 0) return digits.length
  const separator = digits[last]
  const isRepeated = digits.indexOf(separator ?? '') !== last
  const hasBoth = digits.includes('.') && digits.includes(',')
  if (isRepeated && !hasBoth) return digits.length
  const behind = digits.length - last - 1
  if (!hasBoth && behind === 3 && separator === groupsWith) return digits.length
  return last
}
