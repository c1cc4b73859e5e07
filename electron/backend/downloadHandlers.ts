import { done } from './context.ts'
import type { Handlers } from './dispatch.ts'
import type { Downloads } from './downloads.ts'

/** Files that were made for a page, fetched in pieces. */
export function downloadHandlers(downloads: Downloads): Pick<Handlers, 'readDownload' | 'closeDownload'> {
  return {
    readDownload: asked => downloads.read(asked),
    closeDownload({ downloadId }) {
      downloads.close(downloadId)
      return done({})
    },
  }
}
