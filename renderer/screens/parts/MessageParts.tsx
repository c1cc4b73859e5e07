import { createSignal, ErrorBoundary, Show } from 'solid-js'

import { Crashed } from '../../app/Crashed.tsx'
import { didUndoable } from '../../app/undo.ts'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Popover } from '../../parts/Popover.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { notify } from '../../parts/toasts.tsx'
import { Shown } from './Shown.tsx'

/** What opens over the page, and what tells how it went. */
export function MessageParts() {
  return (
    <>
      <Overlays />
      <Shown name="Progress with cancel">
        <Progress label="Making a backup" fraction={0.4} onCancel={() => {}} />
        <Progress label="Begun just now" fraction={undefined} onCancel={() => {}} />
      </Shown>
      <Shown name="Empty">
        <EmptyState
          title="There is nothing yet"
          text="It says what comes first, and offers it."
          action={<Button variant="primary">Begin</Button>}
        />
      </Shown>
      <Shown name="Failure">
        <ErrorNotice
          failure={{ code: 'conflict', message: 'That does not fit what is stored.' }}
          onRetry={() => {}}
        />
      </Shown>
      <Breaking />
    </>
  )
}

function Overlays() {
  const [isOpen, setOpen] = createSignal(false)
  const succeeded = { ok: true, value: null } as const
  return (
    <Shown name="Dialog, popover and toasts">
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      <Popover label="Open a popover" title="A popover">
        {close => <Button onClick={close}>Close it</Button>}
      </Popover>
      <Button onClick={() => notify({ kind: 'good', text: 'It is done' })}>Say it is done</Button>
      <Button onClick={() => notify({ kind: 'bad', text: 'It did not work' })}>Say it failed</Button>
      <Button
        onClick={() => didUndoable({ text: 'Something changed', undo: () => Promise.resolve(succeeded) })}
      >
        Change something
      </Button>
      <Dialog
        open={isOpen()}
        onOpenChange={setOpen}
        title="A dialog"
        actions={
          <Button variant="primary" onClick={() => setOpen(false)}>
            Do it
          </Button>
        }
      >
        <TextField label="Name" value="" onChange={() => {}} />
      </Dialog>
    </Shown>
  )
}

/** A part that throws, inside what catches it. */
function Breaking() {
  const [isBroken, setBroken] = createSignal(false)
  return (
    <Shown name="Error boundary">
      <ErrorBoundary fallback={(error: unknown) => <Crashed error={error} />}>
        <Show when={isBroken()} fallback={<Button onClick={() => setBroken(true)}>Break it</Button>}>
          <Broken />
        </Show>
      </ErrorBoundary>
    </Shown>
  )
}

function Broken(): never {
  throw new Error('broken on purpose')
}
