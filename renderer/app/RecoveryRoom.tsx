import { createSignal, For, Show } from 'solid-js'

import type { Recover, Recovery } from '../../core/contract/backups.ts'
import type { Failure } from '../../core/contract/failure.ts'
import { useI18n } from '../i18n/i18n.ts'
import { BackupTable } from '../parts/BackupTable.tsx'
import { Button } from '../parts/Button.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { Panel } from '../parts/Panel.tsx'
import { request } from './client.ts'
import { Diagnostics } from './Diagnostics.tsx'
import { useTitle } from './title.ts'

import './RecoveryRoom.css'

/** In the place of every room while the workspace does not open: why, and the ways on (D24). */
export function RecoveryRoom(props: { readonly recovery: Recovery }) {
  const { t, said } = useI18n()
  const [isWorking, setWorking] = createSignal(false)
  const [failure, setFailure] = createSignal<Failure>()
  const title = () => t(`app.recovery.title.${kindOf(props.recovery.failure)}`)
  useTitle(() => [{ label: title() }])

  async function goOn(way: Recover): Promise<void> {
    setWorking(true)
    setFailure(undefined)
    const done = await request('recover', way)
    setWorking(false)
    if (done.ok) location.reload()
    else setFailure(done.failure)
  }

  return (
    <div class="fc-recovery">
      <div class="fc-error" role="alert">
        <p>
          <strong>{title()}</strong>
        </p>
        <p class="second fc-wrap">{said(props.recovery.failure.message)}</p>
        <p class="second fc-wrap">
          {t('app.recovery.kept')} <code>{props.recovery.file}</code>.
        </p>
      </div>
      <Show when={failure()}>
        {why => (
          <ErrorNotice failure={{ ...why(), message: `${t('app.recovery.still')} ${said(why().message)}` }} />
        )}
      </Show>
      <Panel title={t('app.recovery.backups')}>
        <Show
          when={props.recovery.backups.length > 0}
          fallback={<p class="second small">{t('app.recovery.noBackups')}</p>}
        >
          <BackupTable
            backups={props.recovery.backups}
            disabled={isWorking()}
            actionOf={({ reason, check }) =>
              props.recovery.ways.includes('backup') && reason !== 'replaced' && check !== 'damaged'
                ? t('app.recovery.ways.backup')
                : undefined
            }
            onChoose={({ name }) => void goOn({ how: 'backup', name })}
          />
        </Show>
      </Panel>
      <Panel>
        <ul class="fc-recovery-ways">
          <For each={props.recovery.ways.filter(way => way !== 'backup')}>
            {way => (
              <li>
                <Button disabled={isWorking()} onClick={() => void goOn({ how: way })}>
                  {t(`app.recovery.ways.${way}`)}
                </Button>
                <span class="second small">{t(`app.recovery.hints.${way}`)}</span>
              </li>
            )}
          </For>
        </ul>
        <Diagnostics />
        <p class="third small" aria-live="polite">
          {isWorking() ? t('app.recovery.working') : ''}
        </p>
      </Panel>
    </div>
  )
}

function kindOf({ code }: Failure): 'damaged' | 'newer' | 'other' {
  return code === 'damaged' || code === 'newer' ? code : 'other'
}
