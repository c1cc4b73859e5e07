import { createSignal, Show } from 'solid-js'

import type { Backup } from '../../../core/contract/backups.ts'
import { request } from '../../app/client.ts'
import { createBackupRun } from '../../app/createBackupRun.ts'
import { createQuery } from '../../app/createQuery.ts'
import { didUndoable } from '../../app/undo.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { BackupTable } from '../../parts/BackupTable.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { notify } from '../../parts/toasts.tsx'

const schedules = ['off', 'quarter_hour', 'hour', 'day'] as const

/** When backups are made, which there are, and the way back to each. */
export function Backups() {
  const { t, said } = useI18n()
  const kept = createQuery('listBackups', () => ({}), ['backups', 'workspace'])
  const run = createBackupRun(() => kept.data()?.runId ?? undefined)
  const [chosen, setChosen] = createSignal<Backup>()
  const lastReplaced = () => kept.data()?.backups.find(({ reason }) => reason === 'replaced')
  return (
    <Panel title={t('settings.backups.title')}>
      <div class="fc-settings-rows">
        <Schedule run={run} />
        <p class="second small">{t('settings.backups.kept')}</p>
        <Show when={run.failure() ?? kept.data()?.failure ?? kept.failure()}>
          {failure => <ErrorNotice failure={failure()} />}
        </Show>
        <Show when={kept.data()}>
          {list => (
            <>
              <Show
                when={list().backups.length > 0}
                fallback={<p class="second small">{t('settings.backups.none')}</p>}
              >
                <BackupTable
                  backups={list().backups}
                  actionOf={backup => {
                    if (backup.reason !== 'replaced') return t('settings.backups.restore')
                    return backup === lastReplaced() ? t('settings.backups.putBack') : undefined
                  }}
                  onChoose={backup => (backup.reason === 'replaced' ? void putBack() : setChosen(backup))}
                />
              </Show>
              <p class="third small">{t('settings.backups.folder', { folder: list().folder })}</p>
            </>
          )}
        </Show>
      </div>
      <Show when={chosen()}>
        {backup => <RestoreDialog backup={backup()} onClose={() => setChosen(undefined)} />}
      </Show>
    </Panel>
  )

  async function putBack(): Promise<void> {
    const done = await request('recover', { how: 'revert' })
    notify(
      done.ok
        ? { kind: 'good', text: t('settings.backups.putBackDone') }
        : { kind: 'bad', text: said(done.failure.message) },
    )
  }
}

function Schedule(props: { readonly run: ReturnType<typeof createBackupRun> }) {
  const { t } = useI18n()
  const { settings, save, workspace } = useWorkspace()
  const isReadOnly = () => workspace.data()?.readOnly === true
  return (
    <div class="fc-backup-schedule">
      <SelectField
        label={t('settings.backups.every')}
        value={settings().backupEvery}
        options={schedules.map(value => ({ value, label: t(`settings.backups.schedule.${value}`) }))}
        onChange={value => save({ backupEvery: schedules.find(each => each === value) ?? 'hour' })}
      />
      <Show
        when={props.run.runId()}
        fallback={
          <Button disabled={isReadOnly()} onClick={() => props.run.start()}>
            {t('settings.backups.now')}
          </Button>
        }
      >
        {runId => (
          <Progress
            label={t('settings.backups.making')}
            fraction={props.run.fraction()}
            onCancel={() => void request('cancelRun', { runId: runId() })}
          />
        )}
      </Show>
    </div>
  )
}

function RestoreDialog(props: { readonly backup: Backup; readonly onClose: () => void }) {
  const { t, moment, said } = useI18n()
  const [isWorking, setWorking] = createSignal(false)
  const time = () => moment(props.backup.at)

  async function restore(): Promise<void> {
    setWorking(true)
    const done = await request('recover', { how: 'backup', name: props.backup.name })
    if (!done.ok) notify({ kind: 'bad', text: said(done.failure.message) })
    else
      didUndoable({
        text: t('settings.backups.restored', { time: time() }),
        undo: () => request('recover', { how: 'revert' }),
      })
    props.onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={open => open || props.onClose()}
      title={t('settings.backups.restoreTitle')}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
          <Button variant="primary" disabled={isWorking()} onClick={() => void restore()}>
            {t('settings.backups.restore')}
          </Button>
        </>
      }
    >
      <p>{t('settings.backups.restoreText', { time: time() })}</p>
    </Dialog>
  )
}
