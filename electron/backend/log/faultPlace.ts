/** Where in this program an error was thrown, `readOrder.ts:12`: its words may hold what a person typed. */
export function faultPlace(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frame = /\n\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+)(?::\d+)?\)?(?=\n|$)/.exec(stack)
  return frame?.[1] ?? 'unknown'
}
