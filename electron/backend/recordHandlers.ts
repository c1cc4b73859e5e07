import type { Creator, Video } from '../../core/contract/records.ts'
import { findCreator, listCreators, saveCreator, type StoredCreator } from '../../db/creators.ts'
import { listProducts, saveProduct } from '../../db/products.ts'
import { saveVideo } from '../../db/saveVideo.ts'
import { findVideo, listVideos, type StoredVideo } from '../../db/videos.ts'
import { type Context, done, notFound } from './context.ts'
import type { Handlers } from './dispatch.ts'
import { creatorVerdict, videoVerdict } from './facts.ts'

type RecordMethods =
  | 'listCreators'
  | 'getCreator'
  | 'saveCreator'
  | 'listProducts'
  | 'saveProduct'
  | 'listVideos'
  | 'getVideo'
  | 'saveVideo'

/** Creators, products and videos. */
export function recordHandlers(context: Context): Pick<Handlers, RecordMethods> {
  const { reader, writer } = context.db
  const judged = (creator: StoredCreator): Creator => ({
    ...creator,
    verdict: creatorVerdict(context, creator),
  })
  const judgedVideo = (video: StoredVideo, creator: StoredCreator | undefined): Video => {
    if (creator === undefined) throw new Error(`video ${video.id} has no creator`)
    return { ...video, verdict: videoVerdict(context, video, creator) }
  }
  return {
    listCreators: () => done(listCreators(reader).map(judged)),
    getCreator({ id }) {
      const creator = findCreator(reader, id)
      return creator === undefined ? notFound('creator', id) : done(judged(creator))
    },
    saveCreator(request) {
      const saved = saveCreator(writer, request)
      if (!saved.ok) return saved
      // A creator's facts decide about videos too.
      context.push({ kind: 'changed', what: 'creators' })
      context.push({ kind: 'changed', what: 'videos' })
      return done(judged(saved.value))
    },
    listProducts: () => done(listProducts(reader)),
    saveProduct(request) {
      const saved = saveProduct(writer, request)
      if (!saved.ok) return saved
      context.push({ kind: 'changed', what: 'products' })
      context.push({ kind: 'changed', what: 'videos' })
      return saved
    },
    listVideos() {
      const creators = new Map(listCreators(reader).map(creator => [creator.id, creator]))
      return done(listVideos(reader).map(video => judgedVideo(video, creators.get(video.creatorId))))
    },
    getVideo({ id }) {
      const video = findVideo(reader, id)
      return video === undefined
        ? notFound('video', id)
        : done(judgedVideo(video, findCreator(reader, video.creatorId)))
    },
    saveVideo(request) {
      const saved = saveVideo(writer, request)
      if (!saved.ok) return saved
      context.push({ kind: 'changed', what: 'videos' })
      context.push({ kind: 'changed', what: 'creators' })
      return done(judgedVideo(saved.value, findCreator(reader, saved.value.creatorId)))
    },
  }
}
