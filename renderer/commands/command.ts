export const commandGroups = ['here', 'make', 'go', 'settings', 'help', 'records'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something that can be done from anywhere: by its name in the palette, and by a key where it has one. */
export type Command = {
  /** The same in every language and session: usage is remembered by it. */
  readonly id: string
  readonly group: CommandGroup
  readonly name: string
  /** What stands behind the name, in a quiet ink. */
  readonly note?: string | undefined
  /** Other words that find it, such as its name in the other language. */
  readonly words: readonly string[]
  /** `n`, or `g o` for one key after the other, or `mod+z` with Ctrl or Cmd. */
  readonly keys?: string | undefined
  readonly run: () => void
}
