import type { Session } from 'electron'

import { pageOrigin } from './channels.ts'

/** What the page may do beyond drawing: copy to the clipboard, and fill the screen. */
export const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

type Permissive = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setBluetoothPairingHandler'
> & {
  on(
    event: 'select-hid-device' | 'select-serial-port' | 'select-usb-device',
    deny: (event: { preventDefault(): void }) => void,
  ): unknown
}

/** SECURITY: Electron grants every permission by default; here everything but a short list is denied (X5). */
export function denyPermissions(session: Permissive): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(allowedPermissions.has(permission) && isPage(contents.getURL()))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && isPage(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false })
  })
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    session.on(event, chosen => {
      chosen.preventDefault()
    })
  }
}

/** Compares parsed origins: a prefix would accept `app://foreclick.attacker.example`. */
export function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}` === pageOrigin
}
