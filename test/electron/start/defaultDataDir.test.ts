import { expect, test } from 'vitest'

import { defaultDataDir } from '../../../electron/start/defaultDataDir.ts'

test('ST3: the data folder is where the platform keeps the data of programs', () => {
  const home = '/home/ada'
  expect(defaultDataDir({ platform: 'linux', env: {}, home })).toBe('/home/ada/.local/share/foreclick')
  expect(defaultDataDir({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home })).toBe('/data/foreclick')
  expect(defaultDataDir({ platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home })).toBe(
    '/home/ada/.local/share/foreclick',
  )
  expect(defaultDataDir({ platform: 'darwin', env: {}, home: '/Users/ada' })).toBe(
    '/Users/ada/Library/Application Support/Foreclick',
  )
  const windows = { platform: 'win32', home: 'C:\\Users\\ada' } as const
  expect(defaultDataDir({ ...windows, env: { APPDATA: 'D:\\Roaming' } })).toBe('D:\\Roaming\\Foreclick')
  expect(defaultDataDir({ ...windows, env: {} })).toBe('C:\\Users\\ada\\AppData\\Roaming\\Foreclick')
})
