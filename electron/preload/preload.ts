import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

import { pushChannel, requestChannel } from '../main/channels.ts'

// SECURITY: two narrow functions; neither ipcRenderer nor an event object ever reaches the page (X13).
contextBridge.exposeInMainWorld('foreclick', {
  request: (method: unknown, payload: unknown): Promise<unknown> =>
    ipcRenderer.invoke(requestChannel, method, payload),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, pushed: unknown) => {
      listener(pushed)
    }
    ipcRenderer.on(pushChannel, forward)
    return () => {
      ipcRenderer.removeListener(pushChannel, forward)
    }
  },
})
