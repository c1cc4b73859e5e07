import { For } from 'solid-js'

import { sentencePieces } from './forecastWords.ts'

/** A sentence whose figures stand out. */
export function Sentence(props: {
  readonly sentence: string
  readonly parts: Readonly<Record<string, string>>
}) {
  return (
    <For each={sentencePieces(props.sentence, props.parts)}>
      {piece => (piece.isPart ? <strong>{piece.text}</strong> : piece.text)}
    </For>
  )
}
