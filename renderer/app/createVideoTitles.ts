import { createMemo } from 'solid-js'

import { createQuery } from './createQuery.ts'

/** The title of each video, by its id. */
export function createVideoTitles(): () => ReadonlyMap<string, string> {
  const videos = createQuery('listVideos', () => ({}), ['videos'])
  return createMemo(() => new Map((videos.data() ?? []).map(({ id, title }) => [id, title])))
}
