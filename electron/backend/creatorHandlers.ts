import type { Creator } from '../../core/contract/records.ts'
import { checkCreator } from '../../core/eligibility/checkCreator.ts'
import { say } from '../../core/words/say.ts'
import type { Reader } from '../../db/connection.ts'
import { findCreator, listCreators, saveCreator, type StoredCreator } from '../../db/creators.ts'
import { notFound } from '../../db/refusal.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { factsToday } from './factsToday.ts'
import { tellChanged } from './tellChanged.ts'

type CreatorMethods = 'listCreators' | 'getCreator' | 'saveCreator'

/** Creators with the facts of today, each with whether they may promote today. */
export function creatorHandlers(context: Context): Pick<Handlers, CreatorMethods> {
  const { reader } = context.db
  const judged = (from: Reader, creators: readonly StoredCreator[]): Creator[] => {
    const facts = factsToday(from, context.now())
    return creators.map(stored => {
      const creator = facts.creator(stored)
      const { market, accountType, birthDate, anchorAccess, promoteAvailable, ...shown } = creator
      const known = {
        termsAccepted: shown.termsAccepted ?? undefined,
        political: shown.political ?? undefined,
      }
      const more = { barred: shown.barred ?? undefined, promoteAvailable: promoteAvailable ?? undefined }
      const asked = { market, accountType, birthDate, anchorAccess, ...known, ...more }
      const verdict = checkCreator(asked, facts.date(market), facts.openShare(market))
      return { ...shown, market, accountType, birthDate, anchorAccess, verdict }
    })
  }
  const one = (from: Reader, id: string) => {
    const creator = findCreator(from, id)
    const [found] = creator === undefined ? [] : judged(from, [creator])
    return found === undefined ? notFound(say('creator'), id) : done(found)
  }
  return {
    listCreators: () => reader.snapshot(() => done(judged(reader, listCreators(reader)))),
    getCreator: ({ id }) => reader.snapshot(() => one(reader, id)),
    saveCreator: request =>
      writing(context, writer => {
        const saved = saveCreator(writer, request)
        if (!saved.ok) return saved
        tellChanged(context, 'creators')
        return one(writer, saved.value.id)
      }),
  }
}
