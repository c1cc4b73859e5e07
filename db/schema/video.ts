import { check, foreignKey, index, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

import { categories, sounds, visibilities } from '../../core/order/promoteOrder.ts'
import { checks } from './checks.ts'
import { columns, marketCodes } from './columns.ts'
import { creator } from './creator.ts'

export const video = sqliteTable(
  'video',
  {
    id: columns.id(),
    creatorId: text().notNull(),
    /** The creator's; part of every foreign key around a video, so that markets never mix. */
    market: columns.market(),
    title: text().notNull(),
    anchorName: text().notNull(),
    visibility: text({ enum: visibilities }).notNull(),
    sound: text({ enum: sounds }).notNull(),
    category: text({ enum: categories }).notNull(),
    postedOn: text(),
    anchorAuthorised: columns.fact(),
    sellerAuthorised: columns.fact(),
    adLabel: columns.fact(),
    createdAt: columns.createdAt(),
    updatedAt: columns.updatedAt(),
    archivedAt: columns.archivedAt(),
  },
  table => [
    foreignKey({
      name: 'video_creator',
      columns: [table.creatorId, table.market],
      foreignColumns: [creator.id, creator.market],
    }),
    index('video_creator_id').on(table.creatorId, table.market),
    unique('video_id_market').on(table.id, table.market),
    check('video_market', checks.oneOf(table.market, marketCodes)),
    check('video_visibility', checks.oneOf(table.visibility, visibilities)),
    check('video_sound', checks.oneOf(table.sound, sounds)),
    check('video_category', checks.oneOf(table.category, categories)),
    check('video_posted_on', checks.date(table.postedOn)),
    check('video_facts', checks.facts(table.anchorAuthorised, table.sellerAuthorised, table.adLabel)),
  ],
)
