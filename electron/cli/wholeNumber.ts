import type { Problem } from '../../core/contract/failure.ts'

/** A whole number of an option, from `least` to `most`, or what is wrong with it. */
export function wholeNumber(
  option: string,
  text: string,
  range: { readonly least: number; readonly most: number },
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: Problem } {
  const value = Number(text)
  if (/^\d{1,16}$/.test(text) && value >= range.least && value <= range.most) return { ok: true, value }
  const expected = `a whole number from ${range.least} to ${range.most}`
  return { ok: false, problem: { path: `--${option}`, expected, received: JSON.stringify(text) } }
}
