import { createMemo, createSignal, untrack } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'

import type { Failure, Result } from '../../../core/contract/failure.ts'
import type { Video, VideoFields } from '../../../core/contract/records.ts'
import { request } from '../../app/client.ts'

/** A video as it is being written, against what is stored. It begins with the video, or with what a new one starts from. */
export function createVideoForm(video: () => Video | undefined, start: () => VideoFields) {
  const [fields, setFields] = createStore<VideoFields>(untrack(start))
  const [stored, setStored] = createSignal(JSON.stringify(untrack(start)))
  const [source, setSource] = createSignal(untrack(video)?.products[0]?.source ?? 'tiktok_shop')
  const [failure, setFailure] = createSignal<Failure>()
  const isChanged = createMemo(() => JSON.stringify(fields) !== stored())
  async function save(): Promise<Result<Video>> {
    const sent = structuredClone(unwrap(fields))
    const saved = await request('saveVideo', { id: video()?.id ?? null, fields: sent })
    setFailure(saved.ok ? undefined : saved.failure)
    if (saved.ok) setStored(JSON.stringify(sent))
    return saved
  }
  return {
    fields,
    change: (change: Partial<VideoFields>) => setFields(change),
    /** Where the product to add next comes from. */
    source,
    setSource,
    failure,
    isChanged,
    save,
  }
}
