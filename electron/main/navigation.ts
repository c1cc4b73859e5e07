import type { WebContents } from 'electron'

import { isPage } from './isPage.ts'

type Guarded = Pick<WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    guard: (details: { readonly url: string; preventDefault(): void }) => void,
  ): unknown
  on(event: 'will-attach-webview', guard: (details: { preventDefault(): void }) => void): unknown
}

/**
 * SECURITY: the page never leaves its origin, opens no window and hosts no webview (X6, X8, X9). A link to the outside
 * is handed to `openExternal`, which decides by its own list.
 */
export function guardNavigation(contents: Guarded, openExternal: (url: string) => void): void {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event, details => {
      if (!isPage(details.url)) details.preventDefault()
    })
  }
  contents.on('will-attach-webview', details => {
    details.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url)
    return { action: 'deny' }
  })
}
