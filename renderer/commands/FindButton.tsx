import Search from 'lucide-solid/icons/search'

import { useI18n } from '../i18n/i18n.ts'
import { useCommands } from './commandsState.ts'
import { Keys } from './Keys.tsx'

import './FindButton.css'

/** The way to the palette for whoever does not know its key yet. */
export function FindButton() {
  const { t } = useI18n()
  const state = useCommands()
  return (
    <button
      type="button"
      class="fc-find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => state.show('palette')}
    >
      <Search size={14} aria-hidden="true" />
      <span class="fc-find-label">{t('commands.find')}</span>
      <span class="fc-find-keys" aria-hidden="true">
        <Keys keys="mod+k" />
      </span>
    </button>
  )
}
