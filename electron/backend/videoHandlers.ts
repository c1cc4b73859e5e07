import type { Video } from '../../core/contract/records.ts'
import { say } from '../../core/words/say.ts'
import type { Reader } from '../../db/connection.ts'
import { findCreator, listCreators, type StoredCreator } from '../../db/creators.ts'
import { notFound } from '../../db/refusal.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { findVideo, listVideos, type StoredVideo } from '../../db/videos.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { factsToday } from './factsToday.ts'
import { tellChanged } from './tellChanged.ts'
import { videoVerdict } from './videoVerdict.ts'

type VideoMethods = 'listVideos' | 'getVideo' | 'saveVideo'

/** Videos with their anchored products, each with whether it may be promoted today. */
export function videoHandlers(context: Context): Pick<Handlers, VideoMethods> {
  const { reader } = context.db
  const judged = (
    from: Reader,
    videos: readonly StoredVideo[],
    creatorOf: (id: string) => StoredCreator | undefined,
  ): Video[] => {
    const facts = factsToday(from, context.now())
    return videos.map(stored => {
      const creator = creatorOf(stored.creatorId)
      if (creator === undefined) throw new Error(`video ${stored.id} has no creator ${stored.creatorId}`)
      const video = { ...facts.video(stored), products: stored.products.map(facts.product) }
      const occasion = { today: facts.date(video.market), openShare: facts.openShare(video.market) }
      return { ...video, verdict: videoVerdict(video, facts.creator(creator), occasion) }
    })
  }
  const one = (from: Reader, id: string) => {
    const video = findVideo(from, id)
    const [found] = video === undefined ? [] : judged(from, [video], key => findCreator(from, key))
    return found === undefined ? notFound(say('video'), id) : done(found)
  }
  return {
    listVideos: () =>
      reader.snapshot(() => {
        const creators = new Map(listCreators(reader).map(creator => [creator.id, creator]))
        return done(judged(reader, listVideos(reader), id => creators.get(id)))
      }),
    getVideo: ({ id }) => reader.snapshot(() => one(reader, id)),
    saveVideo: request =>
      writing(context, writer => {
        const saved = saveVideo(writer, request)
        if (!saved.ok) return saved
        tellChanged(context, 'videos')
        return one(writer, saved.value.id)
      }),
  }
}
