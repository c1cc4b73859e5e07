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
  // What a currency has no decimals for is written behind it all the same, by other programs: Rp 1.000,00.
  return sign * Number(options.decimals === 0 ? whole || '0' : `${whole || '0'}.${fraction || '0'}`)
}

/** Where the decimal separator stands; the length when there is none. */
function decimalPlace(
  digits: string,
  { decimals, groupsWith }: { readonly decimals: number; readonly groupsWith: '.' | ',' },
): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return digits.length
  const separator = digits[last]
  const isRepeated = digits.indexOf(separator ?? '') !== last
  const hasBoth = digits.includes('.') && digits.includes(',')
  if (isRepeated && !hasBoth) return digits.length
  const behind = digits.length - last - 1
  // Nobody groups thousands behind a nought: 0.915 is less than one in every language.
  const isBelowOne = /^0*$/.test(digits.slice(0, last))
  const isGroup = separator === groupsWith || decimals === 0
  if (!hasBoth && behind === 3 && isGroup && !isBelowOne) return digits.length
  return last
}
