import { createMemo, For, type JSX } from 'solid-js'

import type { TextKey } from '../i18n/dictionary.ts'
import { useI18n } from '../i18n/i18n.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { useCommands } from './commandsState.ts'
import { Keys } from './Keys.tsx'
import { commands } from './registry.ts'

import '../parts/Popover.css'
import './palette.css'

type KeyLine = { readonly name: TextKey; readonly keys: readonly string[] }

/** Keys that belong to a part, wherever it stands. */
const partKeys: readonly { readonly title: TextKey; readonly lines: readonly KeyLine[] }[] = [
  {
    title: 'commands.sheet.tables',
    lines: [
      { name: 'commands.sheet.move', keys: ['←', '↑', '↓', '→'] },
      { name: 'commands.sheet.ends', keys: ['Home', 'End'] },
      { name: 'commands.sheet.open', keys: ['enter'] },
      { name: 'commands.sheet.choose', keys: ['Space'] },
      { name: 'commands.sheet.chooseAll', keys: ['mod+a'] },
      { name: 'commands.sheet.chooseNone', keys: ['Esc'] },
    ],
  },
  {
    title: 'commands.sheet.charts',
    lines: [
      { name: 'commands.sheet.step', keys: ['←', '→'] },
      { name: 'commands.sheet.first', keys: ['Home', 'End'] },
      { name: 'commands.sheet.away', keys: ['Esc'] },
      { name: 'commands.sheet.closer', keys: ['+', '-'] },
      { name: 'commands.sheet.whole', keys: ['0'] },
    ],
  },
  {
    title: 'commands.sheet.forms',
    lines: [
      { name: 'commands.sheet.skip', keys: ['Tab'] },
      { name: 'commands.sheet.number', keys: ['↑', '↓'] },
      { name: 'commands.sheet.pay', keys: ['mod+enter'] },
      { name: 'commands.sheet.close', keys: ['Esc'] },
    ],
  },
]

/** Every key there is, and the way to do without single ones. */
export function KeySheet() {
  const { t } = useI18n()
  const state = useCommands()
  const isOpen = () => state.panel() === 'keys'
  return (
    <Dialog
      open={isOpen()}
      onOpenChange={open => state.show(open ? 'keys' : undefined)}
      title={t('commands.sheet.title')}
      wide
    >
      <div class="fc-sheet">
        <CommandKeys />
        <div class="fc-sheet-column">
          <For each={partKeys}>
            {part => (
              <Part title={t(part.title)}>
                <For each={part.lines}>
                  {line => (
                    <>
                      <dt>{t(line.name)}</dt>
                      <dd>
                        <Keys keys={line.keys.join(' ')} />
                      </dd>
                    </>
                  )}
                </For>
              </Part>
            )}
          </For>
        </div>
      </div>
      <div class="fc-sheet-foot">
        <label class="fc-check">
          <input
            type="checkbox"
            checked={state.hasSingleKeys()}
            onChange={event => state.setSingleKeys(event.currentTarget.checked)}
          />
          {t('commands.sheet.single')}
        </label>
        <p class="second small">{t('commands.sheet.hint')}</p>
      </div>
    </Dialog>
  )
}

function CommandKeys() {
  const { t } = useI18n()
  const withKeys = createMemo(() => commands().filter(({ keys }) => keys !== undefined))
  return (
    <Part title={t('commands.sheet.everywhere')}>
      <For each={withKeys()}>
        {command => (
          <>
            <dt>{command.name}</dt>
            <dd>
              <Keys keys={command.keys ?? ''} />
            </dd>
          </>
        )}
      </For>
    </Part>
  )
}

function Part(props: { readonly title: string; readonly children: JSX.Element }) {
  return (
    <section class="fc-sheet-part" aria-label={props.title}>
      <h3>{props.title}</h3>
      <dl>{props.children}</dl>
    </section>
  )
}
