/** How far long work is, on one line of a terminal that is rewritten; silent where standard error is no terminal. */
export function progressLine(what: string) {
  const { stderr } = process
  let isShown = false
  return {
    /** `fraction` of the work that is done, 0 to 1. */
    show: (fraction: number) => {
      if (!stderr.isTTY) return
      isShown = true
      stderr.write(`\r${what}: ${Math.round(fraction * 100)}%`)
    },
    clear: () => {
      if (isShown) stderr.write('\r\u001b[K')
      isShown = false
    },
  }
}
