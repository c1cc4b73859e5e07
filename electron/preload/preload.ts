import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import { pushChannel, requestChannel } from '../main/channels.ts'

// SECURITY: two narrow functions; neither ipcRenderer nor an event object ever reaches the page (X13).
contextBridge.exposeInMainWorld('foreclick', {
  /** Never rejects: what goes wrong on the way is a failure too. */
  request: async (method: unknown, payload: unknown): Promise<unknown> => {
    try {
      // oxlint-disable-next-line no-restricted-properties -- one way in
      return await ipcRenderer.invoke(requestChannel, method, payload)
    } catch (error) {
      const message = `The window could not ask its backend: ${String(error)}`
      return { ok: false, failure: { code: 'internal', message } }
    }
  },
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, pushed: unknown) => {
      listener(pushed)
    }
    // oxlint-disable-next-line no-restricted-properties -- one way out
    ipcRenderer.on(pushChannel, forward)
    return () => {
      // oxlint-disable-next-line no-restricted-properties -- the same listener
      ipcRenderer.removeListener(pushChannel, forward)
    }
  },
})
