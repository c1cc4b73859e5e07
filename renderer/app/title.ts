import { createEffect, createSignal, onCleanup } from 'solid-js'

export type Crumb = { readonly label: string; readonly href?: string }

const [crumbs, setCrumbs] = createSignal<readonly Crumb[]>([])
const [aside, setAside] = createSignal('')

export { aside, crumbs }

/** Names the room in the header and in the window's title; the last crumb is where one is. */
export function useTitle(path: () => readonly Crumb[], note: () => string = () => ''): void {
  createEffect(() => {
    setCrumbs(path())
    const last = path().at(-1)?.label
    document.title = last === undefined ? 'Foreclick' : `${last} · Foreclick`
  })
  createEffect(() => setAside(note()))
  onCleanup(() => setAside(''))
}
