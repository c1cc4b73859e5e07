import { Popover as KobaltePopover } from '@kobalte/core/popover'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createSignal, type JSX } from 'solid-js'

import './Button.css'
import './Popover.css'

type PopoverProps = {
  readonly label: JSX.Element
  readonly title: string
  /** Gets what closes it. */
  readonly children: (close: () => void) => JSX.Element
}

/** A button that opens a small panel beside it; Escape or a click elsewhere closes it. */
export function Popover(props: PopoverProps) {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <KobaltePopover open={isOpen()} onOpenChange={setOpen} gutter={6} placement="bottom-end">
      <KobaltePopover.Trigger class="fc-button fc-button-plain">
        {props.label}
        <ChevronDown size={14} aria-hidden="true" />
      </KobaltePopover.Trigger>
      <KobaltePopover.Portal>
        <KobaltePopover.Content class="fc-popover">
          <KobaltePopover.Title class="visually-hidden">{props.title}</KobaltePopover.Title>
          {props.children(() => setOpen(false))}
        </KobaltePopover.Content>
      </KobaltePopover.Portal>
    </KobaltePopover>
  )
}
