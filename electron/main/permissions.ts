import type { Session, WebContents } from 'electron'

import { isPage } from './isPage.ts'

/** What the page may do beyond drawing: copy to the clipboard, and fill the screen. */
const allowedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

type Permissive = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setBluetoothPairingHandler'
  | 'setDisplayMediaRequestHandler'
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
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback(null)
  })
  for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device'] as const) {
    session.on(event, chosen => {
      chosen.preventDefault()
    })
  }
}

/** SECURITY: unasked, Electron picks the first Bluetooth device for a page; here it picks none (X5). */
export function denyBluetooth(contents: Pick<WebContents, 'on'>): void {
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}
