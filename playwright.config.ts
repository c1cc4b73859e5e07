import { existsSync } from 'node:fs'

import { defineConfig } from '@playwright/test'

/** A system browser: the test runner brings none of its own. */
const known = [
  process.env['FORECLICK_BROWSER_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const executablePath = known.find(path => path !== '' && existsSync(path))

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  // Nothing may depend on how slow a machine is.
  expect: { timeout: 20_000 },
  // A page mostly waits for its backend, and the backend for its page: two of each fill two cores.
  workers: 2,
  // A machine that stalls for seconds must not hide what else was found; what needed it is named in the output.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  reporter: [['list'], ['./test/e2e/countReporter.ts']],
  // `metadata` tells the fixtures whether a browser was found; tests that need one skip themselves by name.
  metadata: { hasBrowser: executablePath !== undefined },
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
