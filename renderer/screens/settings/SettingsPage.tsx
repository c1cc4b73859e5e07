import { For, Show } from 'solid-js'

import { datedFacts } from '../../../core/eligibility/datedFacts.ts'
import { isDesktop } from '../../app/client.ts'
import { Diagnostics } from '../../app/Diagnostics.tsx'
import { useTitle } from '../../app/title.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useCommands } from '../../commands/commandsState.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { FactHistory } from '../../parts/FactHistory.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { Backups } from './Backups.tsx'
import { Updates } from './Updates.tsx'

import './SettingsPage.css'

const marketCodes = ['GB', 'ID'] as const

export function SettingsPage() {
  const { t } = useI18n()
  const { settings, save } = useWorkspace()
  useTitle(() => [{ label: t('app.rooms.settings') }])
  return (
    <div class="fc-settings">
      <Panel title={t('settings.look')}>
        <div class="fc-settings-rows">
          <Segmented
            label={t('settings.language')}
            value={settings().language}
            options={[
              { value: 'en', label: 'English' },
              { value: 'id', label: 'Bahasa Indonesia' },
            ]}
            onChange={language => save({ language })}
          />
          <Segmented
            label={t('settings.theme')}
            value={settings().theme}
            options={(['system', 'light', 'dark'] as const).map(value => ({
              value,
              label: t(`settings.themes.${value}`),
            }))}
            onChange={theme => save({ theme })}
          />
          <Segmented
            label={t('settings.density')}
            value={settings().density}
            options={(['compact', 'comfortable'] as const).map(value => ({
              value,
              label: t(`settings.densities.${value}`),
            }))}
            onChange={density => save({ density })}
          />
        </div>
      </Panel>
      <Backups />
      <Show when={isDesktop}>
        <Updates />
      </Show>
      <For each={marketCodes}>
        {market => (
          <FactHistory
            kind="market"
            id={market}
            title={t('settings.markets', { market: t(`words.market.${market}`) })}
            facts={Object.keys(datedFacts.market)}
          />
        )}
      </For>
      <Help />
      <About />
    </div>
  )
}

function Help() {
  const { t } = useI18n()
  const commands = useCommands()
  return (
    <Panel title={t('help.panel')}>
      <div class="fc-settings-buttons">
        <Button onClick={() => commands.show('tour')}>{t('help.tour.start')}</Button>
        <Button onClick={() => commands.show('keys')}>{t('commands.sheet.show')}</Button>
        <Diagnostics />
      </div>
    </Panel>
  )
}

function About() {
  const { t } = useI18n()
  const { workspace } = useWorkspace()
  const facts = () => {
    const about = workspace.data()
    return [
      [t('settings.version'), about?.version],
      [t('settings.model'), about?.modelVersion],
      [t('settings.profiles'), about?.markets.map(market => market.profileVersion).join(', ')],
      [t('settings.data'), about?.dataDir],
    ] as const
  }
  return (
    <Panel title={t('settings.about')}>
      <dl class="fc-settings-facts">
        <For each={facts()}>
          {([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          )}
        </For>
      </dl>
    </Panel>
  )
}
