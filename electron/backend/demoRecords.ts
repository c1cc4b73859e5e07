import { Temporal } from 'temporal-polyfill'

import type { CreatorFields, ProductFields, VideoFields } from '../../core/contract/records.ts'
import { todayIn } from '../../core/market/marketClock.ts'
import { type DemoVideo, demoCreators, demoProducts, demoVideos } from './demoContent.ts'

/** A video with the records around it, whose ids are not known before they are stored. */
export type DemoRecordedVideo = {
  readonly fields: VideoFields
  readonly creator: CreatorFields
  readonly product: ProductFields
}

export type DemoRecords = {
  readonly creators: readonly CreatorFields[]
  readonly products: readonly ProductFields[]
  readonly videos: readonly DemoRecordedVideo[]
}

/** The demo's records, with their dates as seen from `now` (epoch milliseconds). */
export function demoRecords(now: number): DemoRecords {
  const stillSeventeen = Temporal.PlainDate.from(todayIn('GB', now)).subtract({ years: 17, months: 2 })
  const creators = demoCreators(stillSeventeen.toString())
  return {
    creators,
    products: demoProducts,
    videos: demoVideos.map(video => {
      const creator = creators.find(each => each.handle === video.creator)
      const product = demoProducts.find(each => each.name === video.product)
      if (creator === undefined || product === undefined)
        throw new Error(`the demo video ${video.title} lacks a record`)
      return { creator, product, fields: fieldsOf(video, todayIn(creator.market, now)) }
    }),
  }
}

function fieldsOf(video: DemoVideo, today: string): VideoFields {
  const { creator: _creator, product, postedDaysAgo, ...fields } = video
  const postedOn =
    postedDaysAgo === null
      ? null
      : Temporal.PlainDate.from(today).subtract({ days: postedDaysAgo }).toString()
  return { ...fields, creatorId: '', productIds: [], anchorName: product, postedOn }
}
