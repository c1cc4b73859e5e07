import type { useI18n } from '../../i18n/i18n.ts'

/** The date of a source, as exact as it is known: 2026, Nov 2026, 27 Nov 2026. */
export function sourceDate(text: string, { date, month }: ReturnType<typeof useI18n>): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return date(text)
  return /^\d{4}-\d{2}$/.test(text) ? month(`${text}-01`) : text
}
