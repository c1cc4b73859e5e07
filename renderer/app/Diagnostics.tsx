import { createSignal, Show } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Loading } from '../parts/Loading.tsx'
import { notify } from '../parts/toasts.tsx'
import { request } from './client.ts'

import './Diagnostics.css'

/** Shows the whole text that would be shared; only then can it be copied. */
export function Diagnostics() {
  const { t, said } = useI18n()
  const [isOpen, setOpen] = createSignal(false)
  const [text, setText] = createSignal<string>()
  let shown: HTMLTextAreaElement | undefined

  async function open(): Promise<void> {
    setText(undefined)
    setOpen(true)
    const answer = await request('getDiagnostics', {})
    if (answer.ok) return void setText(answer.value.text)
    setOpen(false)
    notify({ kind: 'bad', text: said(answer.failure.message) })
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text() ?? '')
      notify({ kind: 'good', text: t('help.diagnostics.copied') })
      setOpen(false)
    } catch {
      // Where a browser keeps the clipboard to itself, the person's own copying still works.
      shown?.select()
      notify({ kind: 'bad', text: t('help.diagnostics.byHand') })
    }
  }

  return (
    <>
      <Button onClick={() => void open()}>{t('help.diagnostics.show')}</Button>
      <Dialog
        open={isOpen()}
        onOpenChange={setOpen}
        title={t('help.diagnostics.title')}
        wide
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('parts.close')}</Button>
            <Button variant="primary" disabled={text() === undefined} onClick={() => void copy()}>
              {t('help.diagnostics.copy')}
            </Button>
          </>
        }
      >
        <p class="second small">{t('help.diagnostics.text')}</p>
        <Show when={text()} fallback={<Loading />}>
          {said => (
            <textarea
              ref={shown}
              class="fc-diagnostics"
              readonly
              rows={20}
              aria-label={t('help.diagnostics.title')}
              value={said()}
            />
          )}
        </Show>
      </Dialog>
    </>
  )
}
