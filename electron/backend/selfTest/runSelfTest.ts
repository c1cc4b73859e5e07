/** One thing that must work. `run` tells in a few words what it saw, and throws when it does not work. */
export type SelfTestStep = { readonly name: string; readonly run: () => Promise<string> }

/** Goes through the steps, a line each, and stops at the first that fails. Answers its line, or undefined when all work. */
export async function runSelfTest(
  steps: readonly SelfTestStep[],
  say: (line: string) => void,
): Promise<string | undefined> {
  for (const { name, run } of steps) {
    try {
      say(`ok      ${name.padEnd(10)}  ${await run()}`)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      say(`FAILED  ${name.padEnd(10)}  ${reason}`)
      return `${name}: ${reason}`
    }
  }
  return undefined
}
