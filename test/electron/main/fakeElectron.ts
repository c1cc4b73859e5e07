import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron'

import type { Electron } from '../../../electron/main/electron.ts'

type Handler = (event: unknown, ...sent: unknown[]) => unknown

/** A frame that may ask: the page's main frame, changed as a test likes. */
export function frame(change: Record<string, unknown> = {}) {
  return { origin: 'app://foreclick', parent: null, detached: false, isDestroyed: () => false, ...change }
}

/** Sends an event to the listeners of a guard, and answers whether one of them prevented it. */
export function isPrevented(emitter: EventEmitter, name: string, details: object = {}): boolean {
  let prevented = false
  const preventDefault = () => {
    prevented = true
  }
  emitter.emit(name, { ...details, preventDefault })
  return prevented
}

/** Web contents that remember how they were guarded and what they were sent. */
export class FakeContents extends EventEmitter {
  readonly sent: unknown[] = []
  reloads = 0
  isGone = false
  windowOpenHandler: (details: { readonly url: string }) => unknown = () => ({ action: 'allow' })
  private readonly url: string

  constructor(url: string) {
    super()
    this.url = url
  }
  getURL = () => this.url
  isDestroyed = () => false
  isCrashed = () => this.isGone
  reload = () => {
    this.reloads++
  }
  send = (channel: string, ...sent: unknown[]) => {
    this.sent.push([channel, ...sent])
  }
  setWindowOpenHandler = (handler: (details: { readonly url: string }) => unknown) => {
    this.windowOpenHandler = handler
  }
}

/** A session that remembers its handlers. Electron's own default is to allow. */
export class FakeSession extends EventEmitter {
  spellChecks = true
  request: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void = (
    _contents,
    _permission,
    callback,
  ) => {
    callback(true)
  }
  check: (contents: unknown, permission: string, origin: string) => boolean = () => true
  device: (details: unknown) => boolean = () => true
  pairing: (details: unknown, callback: (reply: { confirmed: boolean }) => void) => void = () => {}
  displayMedia: (request: unknown, callback: (streams: unknown) => void) => void = () => {}
  beforeRequest: (details: { url: string }, callback: (reply: { cancel?: boolean }) => void) => void = (
    _details,
    callback,
  ) => {
    callback({})
  }
  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession['beforeRequest']) => {
      this.beforeRequest = listener
    },
  }
  setPermissionRequestHandler = (handler: FakeSession['request']) => {
    this.request = handler
  }
  setPermissionCheckHandler = (handler: FakeSession['check']) => {
    this.check = handler
  }
  setDevicePermissionHandler = (handler: FakeSession['device']) => {
    this.device = handler
  }
  setBluetoothPairingHandler = (handler: FakeSession['pairing']) => {
    this.pairing = handler
  }
  setDisplayMediaRequestHandler = (handler: FakeSession['displayMedia']) => {
    this.displayMedia = handler
  }
  setSpellCheckerEnabled = (isEnabled: boolean) => {
    this.spellChecks = isEnabled
  }
}

/** The utility process as the shell sees it; `heard` is what the shell said to it. */
export class FakeChild extends EventEmitter {
  readonly heard: unknown[] = []
  kills = 0
  postMessage = (said: unknown) => {
    this.heard.push(said)
  }
  kill = () => {
    this.kills++
    return this.emit('exit', 0)
  }
}

/** A stand-in for the runtime: nothing of ours, and `log` tells in which order it was asked for what. */
export function fakeElectron(
  options: {
    readonly isPackaged?: boolean
    /** What it was started with, without the dashes. */
    readonly switches?: readonly string[]
    /** Another instance holds the lock. */
    readonly isSecond?: boolean
    /** False when the page cannot be loaded. */
    readonly loads?: boolean
    /** A real process behind the shell, instead of one that only listens. */
    readonly fork?: (entry: string, words: readonly string[]) => unknown
  } = {},
) {
  const log: string[] = []
  const profiles: string[] = []
  const appData = mkdtempSync(join(tmpdir(), 'foreclick-shell-'))
  const note = (name: string) => {
    log.push(name)
  }
  const ready = Promise.withResolvers<void>()
  const app = Object.assign(new EventEmitter(), {
    isPackaged: options.isPackaged ?? false,
    commandLine: {
      appendSwitch: (name: string) => note(`switch ${name}`),
      hasSwitch: (name: string) => options.switches?.includes(name) === true,
    },
    setName: () => {},
    getVersion: () => '0.1.0',
    enableSandbox: () => note('enableSandbox'),
    getPath: (name: string) => join(appData, name),
    setPath: (name: string, path: string) => {
      note(`setPath ${name}`)
      profiles.push(path)
    },
    whenReady: () => ready.promise,
    exit: (status: number) => note(`exit ${status}`),
    quit: () => note('quit'),
    requestSingleInstanceLock: () => {
      note('lock')
      return options.isSecond !== true
    },
  })
  const windows: FakeWindow[] = []
  class FakeWindow extends EventEmitter {
    static getAllWindows = () => windows
    readonly webContents = new FakeContents('app://foreclick/')
    readonly options: BrowserWindowConstructorOptions
    readonly shown: string[] = []
    isDown = false
    constructor(windowOptions: BrowserWindowConstructorOptions) {
      super()
      note('window')
      this.options = windowOptions
      windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL = (url: string) => {
      this.shown.push(`load ${url}`)
      return options.loads === false ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve()
    }
    isDestroyed = () => false
    isVisible = () => this.shown.includes('show')
    show = () => this.shown.push('show')
    focus = () => this.shown.push('focus')
    restore = () => this.shown.push('restore')
    isMinimized = () => this.isDown
    setBackgroundColor = (colour: string) => this.shown.push(colour)
  }
  const schemes: CustomScheme[][] = []
  const menus: MenuItemConstructorOptions[][] = []
  const handlers = new Map<string, Handler>()
  const children: FakeChild[] = []
  const opened: string[] = []
  const served = new Map<string, (request: Request) => Promise<Response>>()
  const powerMonitor = new EventEmitter()
  const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })
  const defaultSession = new FakeSession()
  const electron = {
    app,
    BrowserWindow: FakeWindow,
    ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => menus.push(menu),
    },
    nativeTheme,
    powerMonitor,
    protocol: {
      registerSchemesAsPrivileged: (registered: CustomScheme[]) => {
        note('schemes')
        schemes.push(registered)
      },
      handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
        served.set(scheme, handler),
    },
    screen: { getPrimaryDisplay: () => ({ workAreaSize: { width: 1366, height: 728 } }) },
    session: { defaultSession },
    shell: {
      openExternal: (url: string) => {
        opened.push(url)
        return Promise.resolve()
      },
    },
    utilityProcess: {
      fork: (entry: string, words: string[]) => {
        note(`fork ${entry} ${words.join(' ')}`)
        if (options.fork !== undefined) return options.fork(entry, words)
        const child = new FakeChild()
        children.push(child)
        return child
      },
    },
  }
  return {
    // The shell sees the runtime's types; only what it uses is here.
    electron: electron as unknown as Electron,
    app,
    log,
    profiles,
    windows,
    schemes,
    menus,
    handlers,
    children,
    opened,
    served,
    nativeTheme,
    powerMonitor,
    defaultSession,
    /** Lets the runtime become ready, and waits until the shell has done what it does then. */
    async becomeReady() {
      note('ready')
      ready.resolve()
      await new Promise(resolve => setImmediate(resolve))
    },
    [Symbol.dispose]: () => rmSync(appData, { recursive: true, force: true }),
  }
}
