import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'

import { checks } from './checks.ts'
import { columns } from './columns.ts'
import { product } from './product.ts'
import { video } from './video.ts'

/** Products anchored in a video, in order: position 0 leads. */
export const videoProduct = sqliteTable(
  'video_product',
  {
    videoId: text().notNull(),
    productId: text().notNull(),
    market: columns.market(),
    position: integer().notNull(),
  },
  table => [
    primaryKey({ name: 'video_product_key', columns: [table.videoId, table.productId] }),
    unique('video_product_position').on(table.videoId, table.position),
    index('video_product_product_id').on(table.productId, table.market),
    foreignKey({
      name: 'video_product_video',
      columns: [table.videoId, table.market],
      foreignColumns: [video.id, video.market],
    }),
    foreignKey({
      name: 'video_product_product',
      columns: [table.productId, table.market],
      foreignColumns: [product.id, product.market],
    }),
    check('video_product_position_count', checks.count(table.position)),
  ],
)
