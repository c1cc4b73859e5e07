import type { IpcMain, IpcMainInvokeEvent } from 'electron'

import type { Failure, Result } from '../../core/contract/failure.ts'
import { pageOrigin, requestChannel } from './channels.ts'

type Frame = Pick<NonNullable<IpcMainInvokeEvent['senderFrame']>, 'origin' | 'parent'>

/**
 * Answers requests of the page, and of nobody else.
 * SECURITY: the sender's frame must exist, be a top frame and have the page's origin; each refusal says which (X12).
 */
export function answerRequests(
  ipcMain: Pick<IpcMain, 'handle'>,
  request: (method: string, payload: unknown) => Promise<Result<unknown>>,
  refused: (reason: string) => void,
): void {
  ipcMain.handle(
    requestChannel,
    async (event, method: unknown, payload: unknown): Promise<Result<unknown>> => {
      const fault =
        senderFault(event.senderFrame) ??
        (typeof method === 'string' ? undefined : 'the method is not a word')
      if (fault === undefined && typeof method === 'string') return request(method, payload)
      refused(fault ?? '')
      const failure: Failure = { code: 'bad_input', message: `request refused: ${fault}` }
      return { ok: false, failure }
    },
  )
}

export function senderFault(frame: Frame | null): string | undefined {
  if (frame === null) return 'the sending frame is gone'
  if (frame.parent !== null) return 'the sender is not the main frame'
  if (frame.origin !== pageOrigin) return `the sender's origin is ${frame.origin}`
  return undefined
}
