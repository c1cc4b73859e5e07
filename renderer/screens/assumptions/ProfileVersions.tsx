import { For, Show } from 'solid-js'

import type { ProfileShown } from '../../../core/contract/assumptions.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { assumptionName } from '../forecast/assumptionWords.ts'
import { ValueShown } from './ValueShown.tsx'

/** Every edit of a market's figures: who, when, from what, to what, and why. */
export function ProfileVersions(props: { readonly profile: ProfileShown }) {
  const { t, moment, language } = useI18n()
  const entryOf = (entry: string) => props.profile.entries.find(each => each.entry === entry)
  const nameOf = (entry: string) => {
    const found = entryOf(entry)
    return found === undefined ? entry : assumptionName(found, language())
  }
  return (
    <Panel title={t('assumptions.versions')}>
      <Show
        when={props.profile.versions.length > 0}
        fallback={<p class="second small">{t('assumptions.noVersions')}</p>}
      >
        <div class="fc-scroll-x">
          <table class="fc-mini">
            <thead>
              <tr>
                <For each={['when', 'who', 'entry', 'from', 'to', 'reason', 'version'] as const}>
                  {column => <th scope="col">{t(`assumptions.versionColumn.${column}`)}</th>}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={props.profile.versions}>
                {version => (
                  <tr>
                    <th scope="row">{moment(version.at)}</th>
                    <td>{version.who}</td>
                    <td>{nameOf(version.entry)}</td>
                    <td class="second">
                      <ValueShown
                        value={version.from}
                        unit={entryOf(version.entry)?.unit ?? ''}
                        currency={props.profile.currency}
                      />
                    </td>
                    <td>
                      <ValueShown
                        value={version.to}
                        unit={entryOf(version.entry)?.unit ?? ''}
                        currency={props.profile.currency}
                      />
                    </td>
                    <td>{version.reason}</td>
                    <td>
                      <code class="small">{version.version}</code>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Panel>
  )
}
