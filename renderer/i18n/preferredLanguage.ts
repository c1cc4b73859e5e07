import type { Language } from './i18n.ts'

/** The first language of a person's list (BCP 47 tags, the dearest first) that the console speaks; otherwise English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    // Java and old Android write Indonesian as `in`.
    if (/^(id|in)\b/i.test(tag)) return 'id'
    if (/^en\b/i.test(tag)) return 'en'
  }
  return 'en'
}
