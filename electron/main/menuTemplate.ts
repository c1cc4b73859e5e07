import type { MenuItemConstructorOptions } from 'electron'

/** The menu in the system's own words; developer tools and reloading are for checkouts only. */
export function menuTemplate(program: {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
}): MenuItemConstructorOptions[] {
  // SECURITY: a release offers no developer tools (X15).
  const developing: MenuItemConstructorOptions[] = program.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  return [
    program.platform === 'darwin' ? { role: 'appMenu' } : { label: 'Foreclick', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    {
      role: 'viewMenu',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...developing,
      ],
    },
    { role: 'windowMenu' },
  ]
}
