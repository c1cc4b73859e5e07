import { createSignal, Show } from 'solid-js'

import { useWorkspace } from '../../app/workspace.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'

/** Whether the desktop program may look for newer versions of itself, and where. Only the desktop window shows it. */
export function Updates() {
  const { t } = useI18n()
  const { settings, save } = useWorkspace()
  const [typed, setTyped] = createSignal<string>()
  const feed = () => typed() ?? settings().updateFeed
  return (
    <Panel title={t('settings.updates.title')}>
      <div class="fc-settings-rows">
        <Segmented
          label={t('settings.updates.look')}
          value={settings().updates}
          options={(['off', 'on'] as const).map(value => ({ value, label: t(`settings.updates.${value}`) }))}
          onChange={updates => save({ updates })}
        />
        <p class="second small">{t('settings.updates.what')}</p>
        <Show when={settings().updates === 'on'}>
          <form
            class="fc-settings-rows"
            onSubmit={event => {
              event.preventDefault()
              save({ updateFeed: feed().trim() })
            }}
          >
            <TextField
              label={t('settings.updates.feed')}
              hint={t('settings.updates.feedHint')}
              value={feed()}
              onChange={setTyped}
            />
            <div class="fc-settings-buttons">
              <Button type="submit">{t('settings.updates.save')}</Button>
            </div>
          </form>
        </Show>
      </div>
    </Panel>
  )
}
