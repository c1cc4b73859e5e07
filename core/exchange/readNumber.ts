/** Which mark stands before the decimals. */
export type NumberStyle = 'point' | 'comma'

/** What a number counts decides what `1.234` can mean: nobody has 1.234 clicks, and no rate or multiple is in thousands. */
export type NumberKind = 'count' | 'amount' | 'rate'

export function isNumberKind(kind: string): kind is NumberKind {
  return kind === 'count' || kind === 'amount' || kind === 'rate'
}

const plain = /^\d{1,15}(?:\.\d{1,12})?$/
const written: Readonly<Record<NumberStyle, RegExp>> = {
  point: /^-?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/,
  comma: /^-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/,
}
const symbolBefore = /^(-?)\s*(?:[A-Z]{3}|Rp\.?|[A-Z]{1,2}\$|[$£€¥₩])\s*/i
const symbolAfter = /\s*(?:[A-Z]{3}|Rp|[£€₫])$/i

/**
 * A decimal with a point, without separators of thousands, symbols of currency (H26) and leading zeros; of `2,20%` it is
 * `0.022`. Undefined where the text is no number in this style.
 */
export function readDecimal(text: string, style: NumberStyle): string | undefined {
  if (style === 'point' && plain.test(text)) return withoutZeros(text)
  const isRate = text.endsWith('%')
  const bare = bareNumber(isRate ? text.slice(0, -1) : text)
  if (!written[style].test(bare)) return undefined
  const [thousands, mark] = style === 'point' ? [',', '.'] : ['.', ',']
  const decimal = withoutZeros(bare.replaceAll(thousands, '').replace(mark, '.'))
  return isRate ? hundredth(decimal) : decimal
}

/** A number of a sheet's own, which may be written as 1.5E-3 and carry the noise of floating point. */
export function readSheetNumber(text: string): string | undefined {
  if (/^-?\d{1,15}$/.test(text)) return withoutZeros(text)
  if (/^\d{16,}$/.test(text)) return text
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return undefined
  const clean = Number(value.toPrecision(15))
  const digits = String(clean)
  return digits.includes('e') ? withoutZeros(clean.toFixed(12)) : digits
}

/**
 * The style that a number proves: of `1.234,56` a comma, of `1,234.56` a point, of `12.5` a point. `open` where both styles
 * read it, each as another number; undefined where it says nothing.
 */
export function styleOf(
  text: string,
  kind: NumberKind,
  hasDecimals: boolean,
): NumberStyle | 'open' | undefined {
  const bare = bareNumber(text.endsWith('%') ? text.slice(0, -1) : text)
  if (!/[.,]/.test(bare)) return undefined
  const [isPoint, isComma] = [written.point.test(bare), written.comma.test(bare)]
  if (!isPoint || !isComma) return isPoint ? 'point' : isComma ? 'comma' : undefined
  // One mark and three digits behind it, as in 1.234: decimals in one style, thousands in the other.
  const [asDecimals, asThousands]: readonly [NumberStyle, NumberStyle] = bare.includes('.')
    ? ['point', 'comma']
    : ['comma', 'point']
  if (kind === 'rate') return asDecimals
  return kind === 'count' || !hasDecimals ? asThousands : 'open'
}

/** The currency that a symbol in front of an amount names; `$` is of many countries and names none. */
export function currencyOf(text: string): string | undefined {
  if (text === '' || isDigit(text.charCodeAt(0))) return undefined
  const symbol = /^-?\s*(Rp|US\$|[£€])/i.exec(text)?.[1]?.toUpperCase()
  return symbol === undefined ? undefined : symbols[symbol]
}

const symbols: Readonly<Record<string, string>> = { RP: 'IDR', US$: 'USD', '£': 'GBP', '€': 'EUR' }

/** Currencies in use without decimals: `9.000` of them is nine thousand (H27). */
const withoutDecimals = new Set(['IDR', 'JPY', 'KRW', 'VND', 'CLP', 'ISK', 'PYG', 'UGX', 'XAF', 'XOF'])

export function hasDecimals(currency: string | null): boolean {
  return currency === null || !withoutDecimals.has(currency)
}

const isDigit = (code: number) => code >= 48 && code <= 57

function bareNumber(text: string): string {
  return text
    .trim()
    .replace('−', '-')
    .replace(/^\+/, '')
    .replace(symbolBefore, '$1')
    .replace(symbolAfter, '')
    .replaceAll(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
    .trim()
}

function withoutZeros(decimal: string): string {
  if (decimal.charCodeAt(0) !== 48 && !decimal.startsWith('-')) return decimal
  return decimal.replace(/^(-?)0+(?=\d)/, '$1')
}

/** A hundredth, by moving the point. */
function hundredth(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.')
  const digits = whole.padStart(3, '0')
  const at = digits.length - 2
  const moved = `${digits.slice(0, at)}.${digits.slice(at)}${fraction}`.replace(/\.?0+$/, '')
  return sign + withoutZeros(moved)
}
