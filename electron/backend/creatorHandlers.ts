import type { Creator } from '../../core/contract/records.ts'
import { checkCreator } from '../../core/eligibility/checkCreator.ts'
import { findCreator, listCreators, saveCreator, type StoredCreator } from '../../db/creators.ts'
import { notFound } from '../../db/refusal.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { todayIn } from './marketClock.ts'
import { tellChanged } from './tellChanged.ts'

type CreatorMethods = 'listCreators' | 'getCreator' | 'saveCreator'

/** Creators, each with whether they may promote today. */
export function creatorHandlers(context: Context): Pick<Handlers, CreatorMethods> {
  const { reader } = context.db
  const judged = (creator: StoredCreator): Creator => {
    const { market, accountType, birthDate, anchorAccess } = creator
    const facts = {
      market,
      accountType,
      birthDate,
      anchorAccess,
      termsAccepted: creator.termsAccepted ?? undefined,
      political: creator.political ?? undefined,
      barred: creator.barred ?? undefined,
    }
    return { ...creator, verdict: checkCreator(facts, todayIn(market, context.now())) }
  }
  return {
    listCreators: () => done(listCreators(reader).map(judged)),
    getCreator({ id }) {
      const creator = findCreator(reader, id)
      return creator === undefined ? notFound('creator', id) : done(judged(creator))
    },
    saveCreator: request =>
      writing(context, writer => {
        const saved = saveCreator(writer, request)
        if (!saved.ok) return saved
        tellChanged(context, 'creators')
        return done(judged(saved.value))
      }),
  }
}
