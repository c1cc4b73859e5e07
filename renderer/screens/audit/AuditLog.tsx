import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { notify } from '../../parts/toasts.tsx'
import { createLatestLines, type LatestLine } from './createLatestLines.ts'
import { Integrity } from './Integrity.tsx'

/** What the workspace can prove of itself: its log, how to check it, and what was written down last. */
export function AuditLog(props: { readonly check: Parameters<typeof Integrity>[0]['check'] }) {
  const lines = createLatestLines()
  return (
    <>
      <Integrity check={props.check} />
      <Show when={lines()} fallback={<Loading />}>
        {known => (
          <>
            <Log latest={known()[0]} />
            <Lines lines={known()} />
          </>
        )}
      </Show>
    </>
  )
}

function Log(props: { readonly latest: LatestLine | undefined }) {
  const { t, tc, number, moment } = useI18n()
  const { workspace } = useWorkspace()
  const kept = createQuery('listBackups', () => ({}), ['backups'])
  const copied = () => {
    const last = kept.data()?.backups.find(({ content }) => content !== null)
    const entries = last?.content?.entries ?? null
    if (last === undefined || entries === null) return t('prove.audit.copiedNone')
    return tc('prove.audit.copiedLines', entries, { at: moment(last.at) })
  }
  const command = () => `foreclick check --data ${quoted(workspace.data()?.dataDir ?? '')}`
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(command())
      notify({ kind: 'good', text: t('prove.audit.commandCopied') })
    } catch {
      notify({ kind: 'bad', text: t('prove.audit.notCopied') })
    }
  }
  return (
    <Panel title={t('prove.audit.log')}>
      <p class="second small">{t('prove.audit.logText')}</p>
      <dl class="fc-audit-facts">
        <div>
          <dt>{t('prove.audit.latest')}</dt>
          <dd>{props.latest ? number(props.latest.seq) : t('prove.audit.latestNone')}</dd>
        </div>
        <div>
          <dt>{t('prove.audit.copied')}</dt>
          <dd>{copied()}</dd>
        </div>
      </dl>
      <h3>{t('prove.audit.check')}</h3>
      <p class="second small">{t('prove.audit.checkText')}</p>
      <div class="fc-audit-command">
        <code>{command()}</code>
        <Button onClick={() => void copy()}>{t('prove.audit.copy')}</Button>
      </div>
    </Panel>
  )
}

/** A path with a space is one word for the shell. */
function quoted(path: string): string {
  return /[\s"']/.test(path) ? `"${path.replaceAll('"', String.raw`\"`)}"` : path
}

const whats = [
  'save',
  'payOrder',
  'recordTransition',
  'recordDeliveries',
  'withdrawDeliveries',
  'bulkEdit',
  'undoBulk',
  'archive',
  'unarchive',
] as const

function Lines(props: { readonly lines: readonly LatestLine[] }) {
  const { t, number, moment } = useI18n()
  const words = (what: string) => {
    const known = whats.find(each => each === what)
    return known === undefined ? what : t(`prove.audit.whats.${known}`)
  }
  return (
    <Panel title={t('prove.audit.lines')}>
      <p class="second small">{t('prove.audit.linesText')}</p>
      <div class="fc-scroll-x">
        <table class="fc-mini">
          <caption class="visually-hidden">{t('prove.audit.caption')}</caption>
          <thead>
            <tr>
              <th scope="col" data-align="end">
                {t('prove.audit.line')}
              </th>
              <th scope="col">{t('prove.audit.at')}</th>
              <th scope="col">{t('prove.audit.what')}</th>
              <th scope="col">{t('prove.audit.order')}</th>
              <th scope="col">{t('prove.audit.who')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.lines}>
              {line => (
                <tr>
                  <td data-align="end" class="second">
                    {number(line.seq)}
                  </td>
                  <td class="second">{moment(line.at)}</td>
                  <td>{words(line.what)}</td>
                  <td>
                    <A href={`/orders/${line.order.id}?tab=history`} class="fc-cell-title">
                      {line.order.videoTitle}
                    </A>{' '}
                    <span class="second">{line.order.creatorHandle}</span>
                  </td>
                  <td class="second">{line.who}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
