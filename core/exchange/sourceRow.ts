/** A row as it stands in a file. */
export type SourceRow = {
  /** 1-based line of a CSV file, or row of a sheet. */
  readonly line: number
  readonly cells: readonly string[]
  /** Of a sheet: cells that hold a number and not a text; written with a point, whatever the language of the file. */
  readonly numeric?: readonly boolean[]
}
