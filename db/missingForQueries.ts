import SqliteDatabase from 'better-sqlite3'

import type { Reader } from './connection.ts'
import { auditDecision } from './schema/auditDecision.ts'
import { creator } from './schema/creator.ts'
import { datedFact } from './schema/datedFact.ts'
import { deliveryDay } from './schema/deliveryDay.ts'
import { frozenForecast } from './schema/frozenForecast.ts'
import { historyImport } from './schema/historyImport.ts'
import { historyPeriod } from './schema/historyPeriod.ts'
import { importBatch } from './schema/importBatch.ts'
import { importChoice } from './schema/importChoice.ts'
import { importDay } from './schema/importDay.ts'
import { importMapping } from './schema/importMapping.ts'
import { invoice } from './schema/invoice.ts'
import { orderEvent } from './schema/orderEvent.ts'
import { orderFigures } from './schema/orderFigures.ts'
import { payment } from './schema/payment.ts'
import { product } from './schema/product.ts'
import { profileEdit } from './schema/profileEdit.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { savedView } from './schema/savedView.ts'
import { setting } from './schema/setting.ts'
import { video } from './schema/video.ts'
import { videoProduct } from './schema/videoProduct.ts'
import { workspace } from './schema/workspace.ts'

const tables = [
  creator,
  datedFact,
  deliveryDay,
  frozenForecast,
  historyImport,
  historyPeriod,
  importBatch,
  importChoice,
  importDay,
  importMapping,
  invoice,
  orderEvent,
  orderFigures,
  payment,
  product,
  profileEdit,
  promoteOrder,
  savedView,
  setting,
  video,
  videoProduct,
  workspace,
  auditDecision,
]

/**
 * The first table or column of this program that the database lacks, in SQLite's words; undefined when queries work. A
 * database of another version may well have them all.
 */
export function missingForQueries(reader: Reader): string | undefined {
  try {
    for (const table of tables) reader.read.select().from(table).limit(0).all()
    return undefined
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_ERROR') return error.message
    throw error
  }
}
