import { type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** The largest integer that JavaScript reads back exactly; no amount is stored beyond it. */
const exactLimit = sql.raw(String(Number.MAX_SAFE_INTEGER))

/** Conditions of CHECK constraints. SQL lets a CHECK pass on NULL, so nullable columns need no case of their own. */
export const checks = {
  oneOf: (column: AnySQLiteColumn, values: readonly string[]): SQL =>
    sql`${column} in (${sql.raw(values.map(value => `'${value}'`).join(', '))})`,
  boolean: (column: AnySQLiteColumn): SQL => sql`${column} in (0, 1)`,
  share: (column: AnySQLiteColumn): SQL => sql`${column} between 0 and 1`,
  /** Minor units, with or without a sign. */
  minor: (column: AnySQLiteColumn): SQL => sql`${column} between -${exactLimit} and ${exactLimit}`,
  minorOrNothing: (column: AnySQLiteColumn): SQL => sql`${column} between 0 and ${exactLimit}`,
  minorPositive: (column: AnySQLiteColumn): SQL => sql`${column} between 1 and ${exactLimit}`,
  count: (column: AnySQLiteColumn): SQL => sql`${column} between 0 and ${exactLimit}`,
  json: (column: AnySQLiteColumn): SQL => sql`json_valid(${column})`,
  /** `date()` is NULL for what is no date, and a NULL result would pass: hence IS. */
  date: (column: AnySQLiteColumn): SQL => sql`date(${column}) is ${column}`,
  localDateTime: (column: AnySQLiteColumn): SQL => sql`strftime('%Y-%m-%dT%H:%M', ${column}) is ${column}`,
  /** A currency is the market's own. */
  marketCurrency: (market: AnySQLiteColumn, currency: AnySQLiteColumn): SQL =>
    sql`(${market} = 'GB' and ${currency} = 'GBP') or (${market} = 'ID' and ${currency} = 'IDR')`,
  /** Facts are true, false, or not known. */
  facts: (...columns: readonly AnySQLiteColumn[]): SQL =>
    sql.join(
      columns.map(column => sql`${column} in (0, 1)`),
      sql` and `,
    ),
}
