import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'

import { type Sort, sortAfter } from './sortedBy.ts'

/**
 * What a list is narrowed and sorted by, kept in its address, so that it can be shared and comes back with Back:
 * `?q=tint&archived=1&sort=posted.down`. What is as usual is not written.
 */
export function createListView<Key extends string>(keys: readonly Key[], usual: Sort<Key>) {
  const [params, setParams] = useSearchParams<{ q?: string; archived?: string; sort?: string }>()
  const sort = createMemo((): Sort<Key> => {
    const [wanted, direction] = (params.sort ?? '').split('.')
    const key = keys.find(each => each === wanted)
    return key === undefined ? usual : { key, isDescending: direction === 'down' }
  })
  const written = ({ key, isDescending }: Sort<Key>) =>
    key === usual.key && isDescending === usual.isDescending
      ? undefined
      : `${key}.${isDescending ? 'down' : 'up'}`
  return {
    text: () => params.q ?? '',
    // A letter is no step to go back by.
    setText: (text: string) => setParams({ q: text === '' ? undefined : text }, { replace: true }),
    archived: () => params.archived === '1',
    setArchived: (archived: boolean) => setParams({ archived: archived ? '1' : undefined }),
    sort,
    sortBy: (wanted: string) => {
      const key = keys.find(each => each === wanted)
      if (key !== undefined) setParams({ sort: written(sortAfter(sort(), key)) }, { replace: true })
    },
  } as const
}
