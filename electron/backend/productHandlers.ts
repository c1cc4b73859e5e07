import { say } from '../../core/words/say.ts'
import { listProducts, saveProduct } from '../../db/products.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { factsToday } from './factsToday.ts'
import { productProblems } from './productProblems.ts'
import { tellChanged } from './tellChanged.ts'

/** Products of the four sources. */
export function productHandlers(context: Context): Pick<Handlers, 'listProducts' | 'saveProduct'> {
  return {
    listProducts: () => {
      const facts = factsToday(context.db.reader, context.now())
      return done(listProducts(context.db.reader).map(facts.product))
    },
    saveProduct: request =>
      writing(context, writer => {
        const problems = productProblems(request.fields)
        if (problems.length > 0) {
          const message = say('no order could be made for this product')
          return { ok: false, failure: { code: 'bad_input', message, problems } }
        }
        const saved = saveProduct(writer, request)
        if (saved.ok) tellChanged(context, 'products')
        return saved
      }),
  }
}
