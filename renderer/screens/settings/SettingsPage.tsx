import { For } from 'solid-js'

import { useTitle } from '../../app/title.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'

import './SettingsPage.css'

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
      <About />
    </div>
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
      <dl class="fc-facts">
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
