import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'

import { NotFound } from '../../app/NotFound.tsx'
import { useTitle } from '../../app/title.ts'
import { ChartParts } from './ChartParts.tsx'
import { FieldParts } from './FieldParts.tsx'
import { MessageParts } from './MessageParts.tsx'
import { TableParts } from './TableParts.tsx'

import './parts.css'

/**
 * Every part in every state, to look at and to test by: `/parts` while developing, `/parts?parts` in a release, which leads
 * here from nowhere. Its texts are for developers and stay in English.
 */
export function Parts() {
  const [params] = useSearchParams<{ parts?: string }>()
  return (
    <Show when={import.meta.env.DEV || params.parts !== undefined} fallback={<NotFound />}>
      <AllParts />
    </Show>
  )
}

function AllParts() {
  useTitle(() => [{ label: 'Parts' }])
  return (
    <div class="fc-parts">
      <FieldParts />
      <TableParts />
      <MessageParts />
      <ChartParts />
    </div>
  )
}
