import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { MainConfigFactory, PreloadConfigFactory } from 'electron-vite'
import { build } from 'vite'

import config from '../../../electron.vite.config.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/**
 * Builds parts of the shell from the sources as they are now, into a folder that looks like the project to what is built:
 * packages and the project's description are where they are in a checkout. The runtime is not needed for it (K2).
 */
export async function buildShell(parts: readonly ('main' | 'preload')[]) {
  const project = mkdtempSync(join(tmpdir(), 'foreclick-build-'))
  for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(project, name))
  const outDir = join(project, 'out')
  mkdirSync(outDir)
  const inline = () => ({ root, mode: 'production', logLevel: 'error' as const, build: { outDir } })
  for (const part of parts) {
    const factory =
      part === 'main'
        ? new MainConfigFactory({ ...config.main }, inline(), { outDir })
        : new PreloadConfigFactory({ ...config.preload }, inline(), { outDir })
    await build(await factory.build())
  }
  return {
    main: join(outDir, 'main'),
    preload: join(outDir, 'preload'),
    remove: () => rmSync(project, { recursive: true, force: true }),
  }
}
