import { homedir } from 'node:os'
import { join } from 'node:path'

import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron'

import { defaultDataDir } from '../start/defaultDataDir.ts'
import { readDataDir } from './readDataDir.ts'
import { selfTestWindow } from './selfTestWindow.ts'
import { startDesktop } from './startDesktop.ts'

// Wiring only: a rule that lives in the shell cannot be used by the other two hosts.
const say = (line: string) => {
  process.stderr.write(`${line}\n`)
}
const runtime = {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
}
const places = {
  pageDir: join(import.meta.dirname, '../renderer'),
  preload: join(import.meta.dirname, '../preload/preload.cjs'),
  backend: join(import.meta.dirname, 'backend.js'),
}
const words = process.argv.slice(1)
const named = readDataDir(words)
if (words.includes('--self-test')) {
  selfTestWindow(runtime, { ...places, selfTest: join(import.meta.dirname, 'selfTest.js') }, say)
} else if (named === null) {
  say('--data: expected a folder, got nothing')
  app.exit(2)
} else {
  const dataDir = named ?? defaultDataDir({ platform: process.platform, env: process.env, home: homedir() })
  startDesktop(runtime, { ...places, dataDir }, say)
}
