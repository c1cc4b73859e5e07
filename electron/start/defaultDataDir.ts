import { posix, win32 } from 'node:path'

/** Where this user's console keeps its data when nothing else is said: the platform's own place for it. */
export function defaultDataDir(user: {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}): string {
  const { platform, env, home } = user
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Foreclick')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Foreclick')
  const data = env['XDG_DATA_HOME'] ?? ''
  // The XDG specification says that a relative path is to be ignored.
  return posix.join(posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'foreclick')
}
