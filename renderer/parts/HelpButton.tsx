import { Popover } from '@kobalte/core/popover'
import Info from 'lucide-solid/icons/info'
import type { JSX } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'

import './Button.css'
import './HelpButton.css'
import './Popover.css'

/** What a figure is, how sure, and what it rests on: beside its name, for whoever asks. Escape closes it. */
export function HelpButton(props: { readonly about: string; readonly children: JSX.Element }) {
  const { t } = useI18n()
  return (
    <Popover gutter={6} placement="bottom-end">
      <Popover.Trigger class="fc-help-button" aria-label={t('help.about', { name: props.about })}>
        <Info size={13} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class="fc-popover fc-help">
          <Popover.Title class="fc-help-title">{props.about}</Popover.Title>
          {props.children}
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  )
}
