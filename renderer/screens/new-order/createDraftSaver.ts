import { createEffect, createSignal, on, onCleanup } from 'solid-js'

import type { Failure, Result } from '../../../core/contract/failure.ts'
import type { OrderDraft } from '../../../core/contract/orders.ts'
import { say } from '../../../core/words/say.ts'
import { request } from '../../app/client.ts'

export type SaveState =
  | { readonly kind: 'unchanged' | 'waiting' }
  | { readonly kind: 'saved'; readonly atMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

type SaverOptions = {
  /** Null for an order that is not stored yet. */
  readonly id: string | null
  readonly draft: () => OrderDraft | undefined
  readonly onCreated: (id: string) => void
  /** Told what a stored draft was before it was stored anew. */
  readonly onReplaced: (id: string, before: OrderDraft) => void
}

export type DraftSaver = {
  readonly state: () => SaveState
  /** Saves what is not saved yet, at once; answers the order's id. */
  readonly save: () => Promise<Result<string>>
}

/** A pause in typing or dragging after which a draft is stored. */
const quietMs = 600

/** Stores a draft whenever it has changed and then rested, and what is left when the page is left. */
export function createDraftSaver(options: SaverOptions): DraftSaver {
  const [state, setState] = createSignal<SaveState>({ kind: 'unchanged' })
  let { id } = options
  let last = options.draft()
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<Result<string>> | undefined

  const isStored = (draft: OrderDraft) => JSON.stringify(draft) === JSON.stringify(last)

  async function store(draft: OrderDraft): Promise<Result<string>> {
    const isNew = id === null
    const saved = await request('saveDraft', { id, draft })
    if (!saved.ok) {
      setState({ kind: 'failed', failure: saved.failure })
      return saved
    }
    id = saved.value.id
    const before = last
    last = draft
    setState({ kind: 'saved', atMs: saved.value.updatedAt })
    if (isNew) options.onCreated(id)
    else if (before !== undefined) options.onReplaced(id, before)
    return { ok: true, value: id }
  }

  async function save(): Promise<Result<string>> {
    clearTimeout(timer)
    await saving
    const draft = options.draft()
    if (draft === undefined) return { ok: false, failure: incomplete }
    if (id !== null && isStored(draft)) return { ok: true, value: id }
    saving = store(draft)
    return saving
  }

  createEffect(
    on(
      options.draft,
      draft => {
        clearTimeout(timer)
        if (draft === undefined || isStored(draft)) return
        setState({ kind: 'waiting' })
        timer = setTimeout(() => void save(), quietMs)
      },
      { defer: true },
    ),
  )
  onCleanup(() => {
    if (state().kind === 'waiting') void save()
  })
  return { state, save }
}

const incomplete: Failure = { code: 'bad_input', message: say('the order is not complete') }
