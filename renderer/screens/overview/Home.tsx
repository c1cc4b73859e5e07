import { Show } from 'solid-js'

import { useTitle } from '../../app/title.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Loading } from '../../parts/Loading.tsx'
import { Welcome } from '../welcome/Welcome.tsx'
import { Overview } from './Overview.tsx'

/** The first room: a welcome while there is nothing, the overview from then on. */
export function Home() {
  const { t } = useI18n()
  const { isEmpty } = useWorkspace()
  useTitle(() => [{ label: t('app.rooms.overview') }])
  return (
    <Show when={isEmpty() !== undefined} fallback={<Loading />}>
      <Show when={isEmpty()} fallback={<Overview />}>
        <Welcome />
      </Show>
    </Show>
  )
}
