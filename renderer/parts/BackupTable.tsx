import { For, Show } from 'solid-js'

import type { Backup } from '../../core/contract/backups.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Button } from './Button.tsx'

import './mini.css'

type BackupTableProps = {
  readonly backups: readonly Backup[]
  /** What may be done with a backup; undefined where there is nothing. */
  readonly actionOf: (backup: Backup) => string | undefined
  readonly onChoose: (backup: Backup) => void
  readonly disabled?: boolean
}

/** Copies of the workspace, each with when and why it was made, what is in it and what its check said. */
export function BackupTable(props: BackupTableProps) {
  const { t, moment, number, megabytes, said } = useI18n()
  return (
    <div class="fc-scroll-x">
      <table class="fc-mini">
        <caption class="fc-mini-caption small">{t('parts.backups.caption')}</caption>
        <thead>
          <tr>
            <th>{t('parts.backups.made')}</th>
            <th>{t('parts.backups.reason')}</th>
            <th data-align="end">{t('parts.backups.content')}</th>
            <th data-align="end">{t('parts.backups.size')}</th>
            <th>{t('parts.backups.check')}</th>
            <th>
              <span class="visually-hidden">{t('parts.backups.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.backups}>
            {backup => (
              <tr>
                <th scope="row">{moment(backup.at)}</th>
                <td>{t(`parts.backups.reasons.${backup.reason}`)}</td>
                <td data-align="end">
                  {backup.content ? number(backup.content.orders) : t('parts.backups.unknown')}
                </td>
                <td data-align="end">{megabytes(backup.bytes)}</td>
                <td title={said(backup.wrong ?? '')}>{t(`parts.backups.checks.${backup.check}`)}</td>
                <td data-align="end">
                  <Show when={props.actionOf(backup)}>
                    {action => (
                      <Button
                        variant="quiet"
                        label={`${action()}: ${moment(backup.at)}`}
                        disabled={props.disabled === true}
                        onClick={() => props.onChoose(backup)}
                      >
                        {action()}
                      </Button>
                    )}
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
