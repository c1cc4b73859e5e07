import type { WebRequest } from 'electron'

import { isPage } from './isPage.ts'

/**
 * SECURITY: whatever asks for an address outside the page's origin, of whatever scheme, gets nothing; so the program
 * makes no request to the network, and no foreign picture is ever drawn (X1, X16, X38).
 */
export function refuseForeignRequests(
  webRequest: Pick<WebRequest, 'onBeforeRequest'>,
  options: { readonly allowDevTools: boolean },
): void {
  webRequest.onBeforeRequest(({ url }, callback) => {
    const isDevTools = URL.parse(url)?.protocol === 'devtools:'
    callback({ cancel: !isPage(url) && !(isDevTools && options.allowDevTools) })
  })
}
