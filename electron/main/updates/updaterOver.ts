import type { AppUpdater } from 'electron-updater'

import type { Updater } from './keepUpToDate.ts'

/** Electron's updater with nothing left to itself: it fetches when asked, one whole file, and never goes back. */
export function updaterOver(auto: AppUpdater, feed: string): Updater {
  auto.autoDownload = false
  auto.autoInstallOnAppQuit = false
  auto.allowPrerelease = false
  auto.allowDowngrade = false
  auto.disableWebInstaller = true
  auto.disableDifferentialDownload = true
  auto.logger = null
  // Each call rejects with what went wrong; an event that nobody hears would end the program.
  auto.removeAllListeners('error').on('error', () => {})
  auto.setFeedURL({ provider: 'generic', url: feed })
  return {
    async announced() {
      const found = await auto.checkForUpdates()
      if (found === null)
        throw new Error('this program was not installed by an installer that can replace it')
      return found.updateInfo.version
    },
    async download() {
      await auto.downloadUpdate()
    },
    install(failed) {
      // It would neither end the program nor throw.
      auto.once('error', failed)
      auto.quitAndInstall(true, false)
    },
  }
}
