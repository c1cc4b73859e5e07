import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'

import type { Result } from '../../core/contract/failure.ts'
import { say } from '../../core/words/say.ts'
import { requestChannel } from './channels.ts'
import { isPage } from './isPage.ts'

/** Everything a page can call, by channel. The handlers are given what came, unparsed. */
export type Callable = Readonly<
  Record<string, (...sent: readonly unknown[]) => Result<unknown> | Promise<Result<unknown>>>
>

/**
 * The one wrapper around every handler.
 * SECURITY: a call counts only when its frame is still there, is the main frame and has the page's origin; each refusal
 * has a message of its own, is told to the page and to `refused` (X12).
 */
export function handleCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  callable: Callable,
  refused: (reason: string) => void,
): void {
  for (const [channel, answer] of Object.entries(callable)) {
    // oxlint-disable-next-line no-restricted-properties -- the one door
    ipcMain.handle(channel, async (event, ...sent: unknown[]) => {
      const fault = senderFault(event.senderFrame)
      return fault === undefined ? await answer(...sent) : refuse(`${channel}: ${fault}`, refused)
    })
  }
}

/** The only thing that a page can call: a request of the contract, which the backend parses. */
export function requestOnly(
  request: (method: string, payload: unknown) => Promise<Result<unknown>>,
  refused: (reason: string) => void,
): Callable {
  return {
    [requestChannel]: (method, payload) =>
      typeof method === 'string'
        ? request(method, payload)
        : refuse(`${requestChannel}: the method is not a word`, refused),
  }
}

/** SECURITY: no handler listens to messages that expect no answer; that one came is worth a line (X12). */
export function refuseMessages(contents: Pick<WebContents, 'on'>, refused: (reason: string) => void): void {
  contents.on('ipc-message', (_event, channel) => {
    refused(`${channel}: unknown channel`)
  })
  contents.on('ipc-message-sync', (event, channel) => {
    event.returnValue = null
    refused(`${channel}: unknown channel`)
  })
}

function senderFault(frame: IpcMainInvokeEvent['senderFrame']): string | undefined {
  if (frame === null || frame.isDestroyed() || frame.detached) return 'the sending frame is gone'
  if (frame.parent !== null) return 'the sender is not the main frame'
  if (!isPage(frame.origin)) return `the sender's origin is ${frame.origin}`
  return undefined
}

function refuse(reason: string, refused: (reason: string) => void): Result<never> {
  refused(reason)
  return {
    ok: false,
    failure: { code: 'refused', message: say('The window refused a request ({{reason}}).', { reason }) },
  }
}
