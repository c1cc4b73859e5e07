import { readdirSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

import { getMimeType } from 'hono/utils/mime'

type PageFile = {
  /** The page itself, rather than something that it loads. */
  readonly isPage: boolean
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>
  readonly contentType: string
  readonly cacheControl: string
}

export type PageFiles = {
  /** The file behind a path, the page itself for a path of the console's own, or undefined. */
  readonly find: (path: string) => PageFile | undefined
}

/**
 * Lists the built page once. Only what was listed is ever served, so no path that a request can spell leads outside the
 * folder, and a link that points out of it is not listed (X36).
 */
export function listPageFiles(pageDir: string): PageFiles {
  const root = realpathSync(pageDir)
  const listed = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  const files = new Map(
    // A recursive listing walks through linked folders; only what really lies here keeps its path.
    listed
      .filter(file => realpathSync(file) === file)
      .map(file => {
        const path = `/${relative(root, file).split(sep).join('/')}`
        return [path, pageFile(file, path)] as const
      }),
  )
  const page = files.get('/index.html')
  if (page === undefined) throw new Error(`no index.html in ${pageDir}`)
  return { find: path => files.get(path) ?? (isRoom(path) ? page : undefined) }
}

function pageFile(file: string, path: string): PageFile {
  return {
    isPage: path === '/index.html',
    read: async () => new Uint8Array(await readFile(file)),
    contentType: getMimeType(path) ?? 'application/octet-stream',
    // The build puts a digest of the content into the names under assets.
    cacheControl: path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
  }
}

/** Rooms of the console have addresses of their own, which the page resolves; a name with a dot is a file. */
function isRoom(path: string): boolean {
  return !path.startsWith('/api/') && !path.startsWith('/assets/') && !/\.[^/]*$/.test(path)
}
