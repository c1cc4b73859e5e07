import { createEffect, createRoot, on } from 'solid-js'

import { createAnswerMemory } from './answerMemory.ts'
import { onPush } from './client.ts'
import { reconnects } from './connection.ts'

/** The page's one memory of answers. What was pushed while the connection was lost is not known: nothing is left of it then. */
export const answers = createAnswerMemory()

onPush(event => {
  if (event.kind === 'changed') answers.forget(event.what)
})
createRoot(() => {
  createEffect(
    on(
      reconnects,
      () => {
        answers.forget()
      },
      { defer: true },
    ),
  )
})
