/**
 * SQL of `drizzle-kit generate`, which knows no STRICT, with every table made STRICT. Names in back ticks, a habit of
 * another database, become names in double quotes.
 */
export function strictSql(sql: string): string {
  return sql.replaceAll('`', '"').replaceAll(/^\);$/gm, ') STRICT;')
}
