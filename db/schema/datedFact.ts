import { check, primaryKey, sqliteTable, text, integer } from 'drizzle-orm/sqlite-core'

import { datedKinds } from '../../core/eligibility/datedFacts.ts'
import { checks } from './checks.ts'

/** What held of a record from a day on, until the next row of the same fact (A16). Without rows the record's own column holds. */
export const datedFact = sqliteTable(
  'dated_fact',
  {
    kind: text({ enum: datedKinds }).notNull(),
    /** Of the record; of a market its code. */
    subjectId: text().notNull(),
    fact: text().notNull(),
    /** `beginning` for what held before the first known change. */
    fromDate: text().notNull(),
    /** Null where it is not known. */
    value: text({ mode: 'json' }).$type<boolean | string | number>(),
    note: text().notNull(),
    recordedAt: integer().notNull(),
    who: text().notNull(),
  },
  table => [
    primaryKey({
      name: 'dated_fact_key',
      columns: [table.kind, table.subjectId, table.fact, table.fromDate],
    }),
    check('dated_fact_kind', checks.oneOf(table.kind, datedKinds)),
    check('dated_fact_from_date', checks.date(table.fromDate)),
    check('dated_fact_value', checks.json(table.value)),
  ],
)
