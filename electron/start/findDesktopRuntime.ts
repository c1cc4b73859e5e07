import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The Electron program under `root`, where its package or `ELECTRON_OVERRIDE_DIST_PATH` says it is; undefined when it was
 * never downloaded.
 */
export function findDesktopRuntime(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : undefined
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  const program = override === '' ? name && join(folder, 'dist', name) : join(override, name ?? 'electron')
  return program !== undefined && existsSync(program) ? program : undefined
}

/** Whether a window could be shown at all: Linux without a display has nowhere to put one. */
export function canShowWindow(user: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
}): boolean {
  const hasDisplay = ['DISPLAY', 'WAYLAND_DISPLAY'].some(name => (user.env[name] ?? '') !== '')
  return user.platform !== 'linux' || hasDisplay
}
