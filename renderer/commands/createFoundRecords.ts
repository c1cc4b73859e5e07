import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'

import { everyOrder } from '../../core/contract/orderList.ts'
import { createQuery } from '../app/createQuery.ts'
import { useI18n } from '../i18n/i18n.ts'
import { isCreatorFound } from '../screens/creators/creatorList.ts'
import { isVideoFound } from '../screens/videos/videoList.ts'
import type { Command } from './command.ts'

const mostOfKind = 5
const leastLetters = 2
/** As long as a person's next letter takes. */
const pauseMs = 120

/** Creators, videos and orders by words in them, as commands that open them. */
export function createFoundRecords(text: () => string) {
  const { t, shortDate } = useI18n()
  const navigate = useNavigate()
  const wanted = createPaused(text)
  const isWanted = createMemo(() => wanted().length >= leastLetters)
  const hasBeenWanted = createMemo((before: boolean) => before || isWanted(), false)
  const all = () => (hasBeenWanted() ? {} : undefined)
  const creators = createQuery('listCreators', all)
  const videos = createQuery('listVideos', all)
  const orders = createQuery('listOrders', () =>
    isWanted() ? { view: { ...everyOrder, search: wanted().slice(0, 200) }, count: mostOfKind } : undefined,
  )
  const open = (href: string, name: string, note: string): Command => ({
    id: `open ${href}`,
    group: 'records',
    name,
    note,
    words: [],
    run: () => navigate(href),
  })
  const found = createMemo(() => {
    if (!isWanted()) return []
    const people = (creators.data() ?? []).filter(
      each => each.mergedInto === null && isCreatorFound(each, wanted()),
    )
    const shown = namedFirst(
      (videos.data() ?? []).filter(each => isVideoFound(each, wanted())),
      wanted(),
    )
    return [
      ...people
        .slice(0, mostOfKind)
        .map(each =>
          open(`/creators/${each.id}`, each.handle, `${t('commands.creator')} · ${each.displayName}`),
        ),
      ...shown
        .slice(0, mostOfKind)
        .map(each =>
          open(`/videos/${each.id}`, each.title, `${t('commands.video')} · ${each.creatorHandle}`),
        ),
      ...(orders.data()?.rows ?? []).map(each =>
        open(
          `/orders/${each.id}`,
          each.videoTitle,
          [
            t('commands.order'),
            each.creatorHandle,
            t(`words.state.${each.state}`),
            shortDate(each.startsAt),
          ].join(' · '),
        ),
      ),
    ]
  })
  const isSearching = () =>
    text().trim().length >= leastLetters &&
    (text().trim() !== wanted() || creators.loading() || videos.loading() || orders.loading())
  return { found, isSearching }
}

/** What has the words in its own title stands before what has them elsewhere. */
function namedFirst<Row extends { readonly title: string }>(rows: readonly Row[], text: string): Row[] {
  const isNamed = ({ title }: Row) => title.toLowerCase().includes(text.toLowerCase())
  return [...rows.filter(isNamed), ...rows.filter(row => !isNamed(row))]
}

/** A text, once nothing was typed for a moment. */
function createPaused(text: () => string): () => string {
  const [paused, setPaused] = createSignal('')
  createEffect(
    on(text, now => {
      const timer = setTimeout(() => setPaused(now.trim()), pauseMs)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  return paused
}
