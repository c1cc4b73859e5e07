/** One step of the database's shape, as data: a bundle of the program needs no files beside it. */
export type Migration = {
  /** Number and name, `0000_tables`. */
  readonly tag: string
  /** Epoch milliseconds at which it was written; rises strictly from one to the next. */
  readonly when: number
  /** SHA-256 of `sql`, hexadecimal. */
  readonly hash: string
  readonly sql: string
}

/** What a database remembers of a migration that it went through. */
export type AppliedMigration = Omit<Migration, 'sql'>
