import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { Arch, build, Platform } from 'electron-builder'

import { canShowWindow } from '../start/findDesktopRuntime.ts'
import { runChild } from '../start/runChild.ts'
import { builderConfig } from './builderConfig.ts'
import { type Fuses, releaseFuses, windowTestFuses } from './fuses.ts'
import { packedProgram } from './packedProgram.ts'
import { type Packaging, runtimeVersion } from './steps.ts'
import { sumsOf } from './sums.ts'
import { nameOf, type Target } from './target.ts'

export type RuntimeOptions = Packaging & {
  /** Only the folder of the program, no installer. */
  readonly dirOnly: boolean
  /** A build for the window test, which must not be shipped. */
  readonly forWindowTest: boolean
  readonly runtimeDist: string
}

/**
 * Where the runtime of a target is: the folder that ELECTRON_OVERRIDE_DIST_PATH names, or for this machine that of the
 * package; or a folder that holds its archive, `electron-v45.4.1-linux-x64.zip`. Undefined when there is none.
 */
export function findRuntimeDist(root: string, target: Target, env: NodeJS.ProcessEnv): string | undefined {
  const archive = `electron-v${runtimeVersion(root)}-${nameOf(target)}.zip`
  const isHost = target.platform === process.platform && target.arch === process.arch
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  const folders = [override, join(root, 'node_modules', 'electron', 'dist')].filter(folder => folder !== '')
  return folders.find(
    folder => existsSync(join(folder, archive)) || (isHost && existsSync(join(folder, executableOf(target)))),
  )
}

function executableOf({ platform }: Target): string {
  return { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app' }[platform]
}

/** Packs the application folder into the runtime, with its fuses set and read back, and makes the installers. */
export async function packRuntime(options: RuntimeOptions): Promise<string> {
  const { root, out, target, dirOnly } = options
  const fuses: Fuses = options.forWindowTest ? windowTestFuses : releaseFuses
  const output = join(out, options.forWindowTest ? 'window-test' : 'packed')
  const config = builderConfig({
    app: join(out, 'app'),
    output,
    resources: join(root, 'electron', 'package', 'resources'),
    runtimeVersion: runtimeVersion(root),
    runtimeDist: options.runtimeDist,
    target,
    fuses,
  })
  const platform = { linux: Platform.LINUX, darwin: Platform.MAC, win32: Platform.WINDOWS }[target.platform]
  const made = await build({
    projectDir: root,
    config,
    publish: 'never',
    targets: platform.createTarget(dirOnly ? 'dir' : null, Arch[target.arch]),
  })
  writeFileSync(join(out, 'SHA256SUMS'), sumsOf(out).replace(/^.*SHA256SUMS\n/m, ''))
  return [`fuses as stated${options.forWindowTest ? ', but for the inspector' : ''}`, ...made].join(', ')
}

/** Starts the packed program with `--self-test`. */
export async function smoke({ out, target, stop, forWindowTest }: RuntimeOptions): Promise<string> {
  if (target.platform !== process.platform || target.arch !== process.arch)
    return 'left out: not this machine'
  if (!canShowWindow(process)) return 'left out: there is no display'
  const program = packedProgram(join(out, forWindowTest ? 'window-test' : 'packed'), target)
  const ended = await runChild({ program, words: ['--self-test'], stop })
  if (ended.status !== 0) throw new Error(ended.output.trim() || `${program} ended with ${ended.status}`)
  return 'the packed program passes its own test'
}
