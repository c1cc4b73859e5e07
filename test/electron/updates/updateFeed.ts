import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { NodeHttpExecutor } from 'builder-util'
import { AppImageUpdater } from 'electron-updater'

import type { Updater } from '../../../electron/main/updates/keepUpToDate.ts'
import { updaterOver } from '../../../electron/main/updates/updaterOver.ts'

const installer = Buffer.from('a newer program')

/** A feed on loopback as electron-builder writes it, which notes what it was asked for. */
export async function updateFeed(announced: { readonly version: string; readonly sha512?: string }) {
  const sha512 = announced.sha512 ?? createHash('sha512').update(installer).digest('base64')
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname
    asked.push(path)
    if (path.endsWith('.yml'))
      response.end(
        `version: ${announced.version}\nfiles:\n  - url: Foreclick.AppImage\n    sha512: ${sha512}\n    size: ${installer.length}\n` +
          `path: Foreclick.AppImage\nsha512: ${sha512}\nreleaseDate: '2026-11-27T00:00:00.000Z'\n`,
      )
    else response.end(installer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

type Wanted = Parameters<NodeHttpExecutor['doDownload']>[1]

/** What fetches a file as the runtime's does, its checks of size and hash included, over Node's HTTP. */
class NodeExecutor extends NodeHttpExecutor {
  download(url: URL, destination: string, options: Wanted['options']): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const callback = (error: Error | null | undefined) => {
        if (error === null || error === undefined) resolve(destination)
        else reject(error)
      }
      const request = { protocol: url.protocol, hostname: url.hostname, port: url.port, path: url.pathname }
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}

/** Electron's real updater for AppImages, with Node's HTTP where the runtime's would be, and a program that only notes. */
export function realUpdater(version: string, options: { readonly installs?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'foreclick-updates-'))
  const config = join(folder, 'app-update.yml')
  writeFileSync(config, 'provider: generic\nurl: https://updates.invalid/\nupdaterCacheDirName: foreclick\n')
  const before = process.env['APPIMAGE']
  process.env['APPIMAGE'] = join(folder, 'Foreclick.AppImage')
  const installed: string[] = []
  const app = {
    version,
    name: 'Foreclick',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: async () => {},
    relaunch: () => {},
    quit: () => {},
    onQuit: () => {},
  }
  const quitAndInstall = function (this: AppImageUpdater) {
    if (options.installs === false) this.emit('error', new Error('the disk is full'))
    else installed.push('installed')
  }
  const open = async (feed: string): Promise<Updater> => {
    const auto = new AppImageUpdater(null, app)
    Object.assign(auto, {
      httpExecutor: new NodeExecutor(),
      quitAndInstall,
    })
    return updaterOver(auto, feed)
  }
  return {
    open,
    installed,
    /** What was fetched and found to be what was announced. */
    fetched: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
        name.endsWith('Foreclick.AppImage'),
      ),
    [Symbol.dispose]() {
      if (before === undefined) delete process.env['APPIMAGE']
      else process.env['APPIMAGE'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
