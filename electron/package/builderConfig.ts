import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { extractAll } from '@electron/asar'
import type { AfterPackContext, Configuration } from 'electron-builder'

import { checkFuses, type Fuses, setFuses } from './fuses.ts'
import { sumsOf } from './sums.ts'
import type { Target } from './target.ts'
import { unpackedFiles } from './unpackedFiles.ts'

/** What electron-builder is told (K4, K6, K8, X29). `app` is the finished application folder. */
export function builderConfig(parts: {
  readonly app: string
  readonly output: string
  readonly resources: string
  readonly runtimeVersion: string
  /** An unpacked runtime, or the folder of its archive. */
  readonly runtimeDist: string
  readonly target: Target
  readonly fuses: Fuses
}): Configuration {
  const { app, output, resources, target, fuses } = parts
  return {
    appId: 'org.foreclick.console',
    productName: 'Foreclick',
    copyright: 'The Foreclick contributors, MIT licence',
    directories: { app, output, buildResources: resources },
    electronVersion: parts.runtimeVersion,
    electronDist: parts.runtimeDist,
    files: ['**/*'],
    asar: true,
    asarUnpack: [...unpackedFiles(app)],
    // The native module is a prebuilt one; nothing is compiled here.
    npmRebuild: false,
    icon: join(resources, 'icon.png'),
    // Before signing: a signature covers the fuses.
    afterPack: async context => {
      const program = executableIn(context)
      await setFuses(program, fuses, {
        isAppleSilicon: target.platform === 'darwin' && target.arch === 'arm64',
      })
      await checkFuses(program, fuses)
      checkContents(join(resourcesIn(context), 'app.asar'), app)
      // The runtime's own application; nothing loads it.
      rmSync(join(resourcesIn(context), 'default_app.asar'), { force: true })
    },
    // Nothing is published from here; with a feed named, what an updater needs to know is written beside the installers.
    publish: { provider: 'generic', url: 'https://updates.invalid/' },
    win: { target: 'nsis' },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    mac: { target: ['dmg', 'zip'], category: 'public.app-category.business', hardenedRuntime: true },
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      executableName: 'foreclick',
      syncDesktopName: true,
      maintainer: 'The Foreclick contributors <foreclick@example.org>',
      // SECURITY: where there is no sandbox the program says so and ends; it is never started without one (K8).
      executableArgs: [],
    },
    deb: { appArmorProfile: join(resources, 'apparmor-profile.tpl') },
  }
}

/** What was summed is what is shipped. */
function checkContents(archive: string, app: string): void {
  const apart = mkdtempSync(join(tmpdir(), 'foreclick-apart-'))
  try {
    extractAll(archive, apart)
    if (sumsOf(apart) !== sumsOf(app)) throw new Error(`${archive} does not hold what is in ${app}`)
  } finally {
    rmSync(apart, { recursive: true, force: true })
  }
}

function executableIn({ appOutDir, packager, electronPlatformName }: AfterPackContext): string {
  const { productFilename } = packager.appInfo
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`)
  return join(appOutDir, electronPlatformName === 'win32' ? `${productFilename}.exe` : 'foreclick')
}

function resourcesIn(context: AfterPackContext): string {
  return context.electronPlatformName === 'darwin'
    ? join(executableIn(context), 'Contents', 'Resources')
    : join(context.appOutDir, 'resources')
}
