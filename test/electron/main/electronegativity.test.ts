import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const sources = globSync(
  ['core/**/*.ts', 'db/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx,html,css}'],
  {
    cwd: root,
  },
)
  .map(name => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }))
  .toSorted((a, b) => a.name.localeCompare(b.name))
const shell = sources.filter(({ name }) => /^electron\/(main|preload)\//.test(name))

/** Files in which a pattern occurs, outside comments. */
function filesWith(pattern: RegExp, files = shell): string[] {
  return files
    .filter(({ text }) => pattern.test(text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')))
    .map(({ name }) => name)
}

/** What must not be written in the shell, by the check of the Electronegativity tool that looks for it. */
const forbidden: Readonly<Record<string, RegExp>> = {
  AFFINITY: /affinity/i,
  ALLOWPOPUPS: /allowpopups/i,
  AUXCLICK: /disableBlinkFeatures: (?!'Auxclick')/,
  BLINK_FEATURES: /enableBlinkFeatures/,
  CERTIFICATE_ERROR_EVENT: /certificate-error|select-client-certificate/,
  CERTIFICATE_VERIFY_PROC: /setCertificateVerifyProc|importCertificate/,
  CONTEXT_ISOLATION: /contextIsolation: (?!true)/,
  CSP: /bypassCSP|Content-Security-Policy/,
  CUSTOM_ARGUMENTS: /appendSwitch\((?!'disable-http-cache'\))|appendArgument|NODE_OPTIONS/,
  DANGEROUS_FUNCTIONS: /executeJavaScript|insertCSS|\beval\(|new Function|runInThisContext/,
  EXPERIMENTAL_FEATURES: /experimentalFeatures: (?!false)/,
  INSECURE_CONTENT: /allowRunningInsecureContent: (?!false)/,
  LIMIT_NAVIGATION: /action: 'allow'/,
  NODE_INTEGRATION: /nodeIntegration\w*: (?!false)/,
  OPEN_EXTERNAL: /openPath|openItem/,
  PERMISSION_REQUEST_HANDLER: /Permission\w*Handler\(null/,
  PRELOAD: /setPreloads|registerPreloadScript/,
  PROTOCOL_HANDLER: /setAsDefaultProtocolClient|register\w+Protocol|intercept\w+Protocol/,
  REMOTE_MODULE: /@electron\/remote|enableRemoteModule/,
  SANDBOX: /sandbox: (?!true)|(?<!hasSwitch\(')no-sandbox/,
  SECURITY_WARNINGS_DISABLED: /ELECTRON_DISABLE_SECURITY_WARNINGS/,
  WEB_SECURITY: /webSecurity: (?!true)|disable-web-security/,
}

describe('X42: what the Electronegativity tool looks for is not written in the shell', () => {
  for (const [check, pattern] of Object.entries(forbidden)) {
    test(`X42: ${check}`, () => {
      expect(filesWith(pattern)).toEqual([])
    })
  }

  test('X42: every check of the tool has a test', () => {
    const checks = `AFFINITY ALLOWPOPUPS AUXCLICK AVAILABLE_SECURITY_FIXES BLINK_FEATURES CERTIFICATE_ERROR_EVENT
      CERTIFICATE_VERIFY_PROC CONTEXT_ISOLATION CSP CUSTOM_ARGUMENTS DANGEROUS_FUNCTIONS ELECTRON_VERSION
      EXPERIMENTAL_FEATURES HTTP_RESOURCES INSECURE_CONTENT LIMIT_NAVIGATION NODE_INTEGRATION OPEN_EXTERNAL
      PERMISSION_REQUEST_HANDLER PRELOAD PROTOCOL_HANDLER REMOTE_MODULE SANDBOX SECURITY_WARNINGS_DISABLED WEB_SECURITY`
    const byOthers = ['AVAILABLE_SECURITY_FIXES', 'ELECTRON_VERSION', 'HTTP_RESOURCES']
    expect([...Object.keys(forbidden), ...byOthers].toSorted()).toEqual(checks.split(/\s+/))
  })

  test('X10, X42: external addresses have one way out, and files are never opened', () => {
    expect(filesWith(/\bshell\b/)).toEqual([
      'electron/main/electron.ts',
      'electron/main/main.ts',
      'electron/main/startDesktop.ts',
    ])
    expect(filesWith(/shell\.openExternal/)).toEqual(['electron/main/startDesktop.ts'])
  })

  test('X1, X42 HTTP_RESOURCES: the page and its styles name no resource of another origin', () => {
    const page = sources.filter(({ name }) => name.startsWith('renderer/'))
    expect(filesWith(/(?:src|href|url|import)\s*[=(]\s*\{?['"`]?(?:https?:)?\/\//, page)).toEqual([])
  })

  test('X42 ELECTRON_VERSION, AVAILABLE_SECURITY_FIXES: the runtime is pinned to an exact version', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const installed = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(installed.version).toBe(devDependencies.electron)
  })

  test('X13: only the entry and the preload know the Electron module at run time', () => {
    const runtime = filesWith(/^import (?!type\b)[^'"]*from 'electron'/m, sources)
    expect(runtime).toEqual(['electron/main/main.ts', 'electron/preload/preload.ts'])
  })

  test('X15: every file that guards something says so where it does', () => {
    const guards = filesWith(
      /preventDefault\(\)|enableSandbox|webPreferences|setPermission\w+Handler|senderFrame|privileges|exposeInMainWorld|refuse\(4/,
    ).filter(name => !/openConsole/.test(name))
    const told = new Set(shell.filter(({ text }) => text.includes('SECURITY: ')).map(({ name }) => name))
    expect(guards.filter(name => !told.has(name))).toEqual([])
    expect(guards.length).toBeGreaterThan(5)
  })
})
