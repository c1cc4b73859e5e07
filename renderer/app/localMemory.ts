/**
 * What a page remembers for itself, beside the workspace: how its commands are used, whether the tour was seen. It is lost
 * with the browser's data, and nothing depends on it.
 */
export type LocalMemory = {
  readonly read: (name: string) => unknown
  readonly write: (name: string, value: unknown) => void
}

/** `scope` keeps workspaces apart that are opened at the same address. */
export function localMemory(scope: string): LocalMemory {
  const nameOf = (name: string) => `foreclick:${scope}:${name}`
  return {
    read(name) {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(nameOf(name)) ?? 'null')
        return kept
      } catch {
        return null
      }
    },
    write(name, value) {
      try {
        localStorage.setItem(nameOf(name), JSON.stringify(value))
      } catch {
        // The browser keeps nothing: then nothing is remembered.
      }
    },
  }
}
