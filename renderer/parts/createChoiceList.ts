import { createMemo, createSignal } from 'solid-js'

import { steppedPlace } from './steppedPlace.ts'

/** Something to choose: its name, and what tells it from others of that name. */
export type Choice<T extends string> = {
  readonly value: T
  readonly label: string
  readonly note?: string | undefined
}

/** Longer lists are narrowed by typing, not read. */
export const mostChoices = 50

export type ChoiceList<T extends string> = ReturnType<typeof createChoiceList<T>>

type ListNeeds<T extends string> = {
  readonly options: () => readonly Choice<T>[]
  /** Where the cursor begins when the list is opened. */
  readonly chosen: () => T | ''
  readonly onChoose: (value: T) => void
}

/** A list that a text field narrows: what fits, where the cursor is, and what keys do (U31's keys for a list). */
export function createChoiceList<T extends string>(needs: ListNeeds<T>) {
  const [typed, setTyped] = createSignal<string>()
  const [isOpen, setOpen] = createSignal(false)
  const [active, setActive] = createSignal(0)
  const fitting = createMemo(() => fittingChoices(needs.options(), typed() ?? ''))
  const shown = createMemo(() => fitting().slice(0, mostChoices))
  const place = () => Math.min(active(), shown().length - 1)

  function open(): void {
    const at = shown().findIndex(({ value }) => value === needs.chosen())
    setActive(Math.max(0, at))
    setOpen(true)
  }
  function close(): void {
    setOpen(false)
    setTyped(undefined)
  }
  function type(text: string): void {
    setTyped(text)
    setActive(0)
    setOpen(true)
  }
  function choose(choice: Choice<T> | undefined): void {
    if (choice === undefined) return
    close()
    needs.onChoose(choice.value)
  }
  function move(step: number): void {
    if (isOpen()) setActive(steppedPlace(place(), step, shown().length))
    else open()
  }
  /** Whether the key was the list's: then it goes no further, so that Escape closes the list and not the dialog around it. */
  function takeKey(event: KeyboardEvent): boolean {
    const step = steps[event.key]
    if (step !== undefined) move(step)
    else if (event.key === 'Enter' && isOpen() && !event.isComposing) choose(shown()[place()])
    else if (event.key === 'Escape' && isOpen()) close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    typed,
    isOpen,
    shown,
    hidden: () => fitting().length - shown().length,
    place,
    setActive,
    open,
    close,
    type,
    choose,
    takeKey,
  }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** The choices that hold every word of a text. */
function fittingChoices<T extends string>(options: readonly Choice<T>[], text: string): readonly Choice<T>[] {
  const words = wordsOf(text)
  return options.filter(option => {
    const own = plain(`${option.label} ${option.note ?? ''}`)
    return words.every(word => own.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) =>
  plain(text)
    .split(/\s+/u)
    .filter(word => word !== '')
