import type { Video } from '../../core/contract/records.ts'
import { findCreator, listCreators, type StoredCreator } from '../../db/creators.ts'
import { notFound } from '../../db/refusal.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { findVideo, listVideos, type StoredVideo } from '../../db/videos.ts'
import { type Context, done, writing } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { todayIn } from './marketClock.ts'
import { tellChanged } from './tellChanged.ts'
import { videoVerdict } from './videoVerdict.ts'

type VideoMethods = 'listVideos' | 'getVideo' | 'saveVideo'

/** Videos with their anchored products, each with whether it may be promoted today. */
export function videoHandlers(context: Context): Pick<Handlers, VideoMethods> {
  const { reader } = context.db
  const judged = (video: StoredVideo, creator: StoredCreator | undefined): Video => {
    if (creator === undefined) throw new Error(`video ${video.id} has no creator ${video.creatorId}`)
    return { ...video, verdict: videoVerdict(video, creator, todayIn(video.market, context.now())) }
  }
  return {
    listVideos: () =>
      reader.snapshot(() => {
        const creators = new Map(listCreators(reader).map(creator => [creator.id, creator]))
        return done(listVideos(reader).map(video => judged(video, creators.get(video.creatorId))))
      }),
    getVideo: ({ id }) =>
      reader.snapshot(() => {
        const video = findVideo(reader, id)
        return video === undefined
          ? notFound('video', id)
          : done(judged(video, findCreator(reader, video.creatorId)))
      }),
    saveVideo: request =>
      writing(context, writer => {
        const saved = saveVideo(writer, request)
        if (!saved.ok) return saved
        tellChanged(context, 'videos')
        return done(judged(saved.value, findCreator(writer, saved.value.creatorId)))
      }),
  }
}
