/** A browser console that nobody looks at stops after this long. */
export const usualIdleMinutes = 60
