import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type BrowserOpening = {
  /** Removes the file that led the browser here; safe to call twice. */
  readonly forget: () => void
}

type Surroundings = { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv }

/**
 * Whether a browser can be opened here. `FORECLICK_BROWSER` names a program to open with, or is `none`. Linux without a
 * display has no browser to show.
 */
export function canOpenBrowser({ platform, env }: Surroundings): boolean {
  const chosen = env['FORECLICK_BROWSER']
  if (chosen !== undefined && chosen !== '') return chosen !== 'none'
  const hasDisplay = ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some(name => (env[name] ?? '') !== '')
  return platform !== 'linux' || hasDisplay
}

/**
 * Opens `address` in the browser without naming it in any command line, which other users of the machine could read
 * (X53): the browser is given a file that only this user can read, and the file leads on. `onFailed` may be called later,
 * when the program that was started gives up.
 */
export async function openBrowser(address: string, onFailed: () => void): Promise<BrowserOpening> {
  const folder = mkdtempSync(join(readableFolder(), 'foreclick-open-'))
  const forget = () => {
    process.off('exit', forget)
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', forget)
  const file = join(folder, 'open.html')
  writeFileSync(file, redirectPage(address), { mode: 0o600, flag: 'wx' })
  try {
    const { default: open } = await import('open')
    const program = process.env['FORECLICK_BROWSER'] ?? ''
    const child = await open(
      pathToFileURL(file).href,
      program === '' ? {} : { app: { name: program }, wait: false },
    )
    child.once('exit', status => {
      if (status !== 0 && status !== null) onFailed()
    })
  } catch {
    onFailed()
  }
  return { forget }
}

/** Browsers that come as snaps see neither the temporary folder nor hidden ones, only plain folders of the home. */
function readableFolder(): string {
  return process.platform === 'linux' && existsSync(join(homedir(), 'snap')) ? homedir() : tmpdir()
}

function redirectPage(address: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0;url=${address}">
<title>Foreclick</title>
<p><a href="${address}">Open Foreclick</a></p>
</html>
`
}
