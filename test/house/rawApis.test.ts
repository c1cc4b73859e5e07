import { spawnSync } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
let house: string

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'foreclick-raw-'))
  cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  writeFileSync(join(house, '.gitignore'), 'node_modules\n')
})
afterAll(() => {
  rmSync(house, { recursive: true })
})

const taken = "import type { Electron } from './electron.ts'\n"
const given = (use: string) =>
  `${taken}export function wrong({ shell, ipcMain, session, protocol, utilityProcess, app }: Electron): unknown {\n  return ${use}\n}\n`
const ofPage = (use: string) =>
  `import type { WebContents } from 'electron'\nexport function wrong(contents: WebContents): unknown {\n  return ${use}\n}\n`
const imported = (what: string, from = 'electron') =>
  `import { ${what} } from '${from}'\nexport const wrong = ${what}\n`

/** Where it is tried, and what. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  'shell.openExternal': ['electron/main', given("shell.openExternal('https://a.example')")],
  'shell.openPath': ['electron/main', given("shell.openPath('/tmp/run')")],
  'openExternal of a shell by another name': ['electron/main', given('[shell].map(it => it.openExternal)')],
  'ipcMain.handle': ['electron/main', given("ipcMain.handle('x', () => 1)")],
  'ipcMain.on': ['electron/main', given("ipcMain.on('x', () => {})")],
  'ipcMain.handle taken apart': [
    'electron/main',
    `${taken}export function wrong({ ipcMain }: Electron): unknown {
  const { handle } = ipcMain
  return handle
}
`,
  ],
  'session.defaultSession': ['electron/main', given('session.defaultSession')],
  'session.fromPartition': ['electron/main', given("session.fromPartition('persist:x')")],
  'session.fromPath': ['electron/main', given("session.fromPath('/tmp/x')")],
  'protocol.handle': ['electron/main', given("protocol.handle('x', () => new Response())")],
  'utilityProcess.fork': ['electron/main', given("utilityProcess.fork('x.js')")],
  'commandLine.appendSwitch': ['electron/main', given("app.commandLine.appendSwitch('no-sandbox')")],
  'app.setAsDefaultProtocolClient': ['electron/main', given("app.setAsDefaultProtocolClient('x')")],
  'contents.executeJavaScript': ['electron/main', ofPage("contents.executeJavaScript('1')")],
  'contents.insertCSS': ['electron/main', ofPage("contents.insertCSS('')")],
  'contents.openDevTools': ['electron/main', ofPage('contents.openDevTools()')],
  'session.registerPreloadScript': [
    'electron/main',
    ofPage("contents.session.registerPreloadScript({ type: 'frame', filePath: '/x' })"),
  ],
  'session.setCertificateVerifyProc': [
    'electron/main',
    ofPage('contents.session.setCertificateVerifyProc(null)'),
  ],
  'a module that imports the runtime': ['electron/main', imported('app')],
  'child_process.fork': ['electron/main', imported('fork', 'node:child_process')],
  // The one file of the preload may import the runtime, and the entry of the shell too.
  'webFrame in the preload': ['electron/preload/preload.ts', imported('webFrame')],
  'clipboard in the shell': ['electron/main/main.ts', imported('clipboard')],
  '@electron/remote': ['electron/main', imported('getGlobal', '@electron/remote')],
  'ipcRenderer outside the bridge': [
    'electron/preload',
    "import type { IpcRenderer } from 'electron'\nexport const wrong = (ipcRenderer: IpcRenderer): void => {\n  ipcRenderer.send('x')\n}\n",
  ],
  'the runtime in the backend': ['electron/backend', imported('app')],
  'the runtime in a start script': ['electron/start', imported('app')],
}

function lint(files: readonly string[]): string {
  const program = join(root, 'node_modules/oxlint/bin/oxlint')
  return spawnSync(process.execPath, [program, '-c', '.oxlintrc.json', '-f', 'unix', ...files], {
    cwd: house,
    encoding: 'utf8',
  }).stdout
}

test('X42: each raw interface of the runtime is refused by lint outside the module that owns it', () => {
  const tried = Object.entries(wrong).map(([name, [where, source]], i) => {
    const file = where.endsWith('.ts') ? where : `${where}/wrong${i}.ts`
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), source)
    return { name, file }
  })
  const said = lint(tried.map(({ file }) => file)).split('\n')
  const refused = tried.filter(({ file }) =>
    said.some(line => line.includes(`${file}:`) && /no-restricted-(?:properties|imports)/.test(line)),
  )
  expect(refused.map(({ name }) => name)).toEqual(Object.keys(wrong))
})

test('X42: the rule is switched off in the owners alone, each time with a reason', () => {
  const off = /oxlint-disable\S* [\w-]*no-restricted-properties(?<reason> -- \S.*)?/
  const files = globSync('{core,db,electron,renderer}/**/*.{ts,tsx,mjs}', { cwd: root })
  const found = files.flatMap(name =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .flatMap(line => {
        const match = off.exec(line)
        return match === null
          ? []
          : [
              `${name.replaceAll('\\', '/')}${match.groups?.['reason'] === undefined ? ' without a reason' : ''}`,
            ]
      }),
  )
  expect([...new Set(found)].toSorted()).toEqual([
    'electron/main/appProtocol.ts',
    'electron/main/ipc.ts',
    'electron/main/openConsole.ts',
    'electron/main/selfTestWindow.ts',
    'electron/main/startDesktop.ts',
    'electron/main/updates/startUpdates.ts',
    'electron/preload/preload.ts',
  ])
})
