import { desc, eq } from 'drizzle-orm'

import type { Result } from '../core/contract/failure.ts'
import type { Product, ProductFields } from '../core/contract/records.ts'
import { todayIn } from '../core/market/marketClock.ts'
import { marketProfiles } from '../core/market/profiles.ts'
import { say } from '../core/words/say.ts'
import type { Reader, Writer } from './connection.ts'
import { noteChanges } from './datedFacts.ts'
import { logSaved } from './logSaved.ts'
import { notFound, refusal } from './refusal.ts'
import { product } from './schema/product.ts'
import { promoteOrder } from './schema/promoteOrder.ts'
import { videoProduct } from './schema/videoProduct.ts'
import { transact } from './transact.ts'

/** All products, the last changed first; those put away or merged too. */
export function listProducts(reader: Reader): Product[] {
  return reader.read.select().from(product).orderBy(desc(product.updatedAt), product.id).all()
}

export function findProduct(reader: Reader, id: string): Product | undefined {
  return reader.read.select().from(product).where(eq(product.id, id)).get()
}

/**
 * Creates a product, or changes the one with `id`. Its currency is the market's. Another market for a product that is
 * anchored or was promoted is a `conflict`.
 */
export function saveProduct(
  writer: Writer,
  { id, fields }: { readonly id: string | null; readonly fields: ProductFields },
): Result<Product> {
  return transact(writer, () => {
    const now = writer.now()
    const values = { ...fields, currency: marketProfiles[fields.market].currency, updatedAt: now }
    const key = id ?? writer.makeId()
    if (id === null)
      writer.write
        .insert(product)
        .values({ ...values, id: key, createdAt: now })
        .run()
    else {
      const old = findProduct(writer, id)
      if (!old) return notFound(say('product'), id)
      const today = todayIn(old.market, now)
      noteChanges(writer, { kind: 'product', id }, { before: old, after: fields, today })
      if (old.market !== fields.market && isUsed(writer, id))
        return refusal(
          'conflict',
          say('{{name}} is anchored in {{market}}: the market cannot change.', {
            name: old.name,
            market: old.market,
          }),
        )
      writer.write.update(product).set(values).where(eq(product.id, id)).run()
    }
    const saved = findProduct(writer, key)
    if (!saved) throw new Error(`Product ${key} is gone right after it was saved`)
    logSaved(writer, { kind: 'product', id: key }, fields)
    return { ok: true, value: saved }
  })
}

function isUsed(reader: Reader, id: string): boolean {
  const anchor = reader.read.select().from(videoProduct).where(eq(videoProduct.productId, id)).get()
  const order = reader.read.select().from(promoteOrder).where(eq(promoteOrder.productId, id)).get()
  return anchor !== undefined || order !== undefined
}
