import { expect, test, vi } from 'vitest'

import { requestChannel } from '../../../electron/main/channels.ts'
import { selfTestWindow } from '../../../electron/main/selfTestWindow.ts'
import { makePage } from '../web/testHost.ts'
import { fakeElectron, frame } from './fakeElectron.ts'

/** The self-test up to the end of its windowless steps, which end with `status`. */
async function begun(status: number, options: Parameters<typeof fakeElectron>[0] = {}) {
  const shell = fakeElectron(options)
  const page = makePage()
  const said: string[] = []
  const places = { pageDir: page.pageDir, preload: '/p.cjs', backend: '/b.js', selfTest: '/s.js' }
  selfTestWindow(shell.electron, places, line => said.push(line))
  await shell.becomeReady()
  shell.children[0]?.emit('exit', status)
  await new Promise(resolve => setImmediate(resolve))
  const asked = shell.handlers.get(requestChannel)?.({ senderFrame: frame() }, 'getWorkspace', {})
  return {
    ...shell,
    said,
    answer: async (result: unknown) => {
      shell.children[1]?.emit('message', { kind: 'answer', id: 1, result })
      await asked
    },
    [Symbol.dispose]() {
      shell.app.emit('quit')
      shell[Symbol.dispose]()
      page.remove()
    },
  }
}

test('DW7: a page that is answered in a hidden window is the last step', async () => {
  using shell = await begun(0)
  shell.windows[0]?.emit('ready-to-show')
  await shell.answer({ ok: true, value: {} })
  expect(shell.windows.map(window => window.shown)).toEqual([['load app://foreclick/']])
  expect(shell.said).toEqual(['ok      window      the page asked getWorkspace and was answered'])
  expect(shell.log.filter(entry => /fork|window|quit|exit/.test(entry))).toEqual([
    'fork /s.js ',
    'window',
    expect.stringMatching(/^fork \/b\.js --data .*foreclick-self-test-/),
    'quit',
  ])
})

test('DW7: no window is opened when a step before it failed', async () => {
  using shell = await begun(1)
  expect([shell.windows, shell.log.at(-1)]).toEqual([[], 'exit 1'])
})

test('DW7: a page that cannot be loaded, is refused or says nothing fails the self-test by name', async () => {
  using unloaded = await begun(0, { loads: false })
  await new Promise(resolve => setImmediate(resolve))
  expect(unloaded.said).toEqual(['The window could not be opened: Error: ERR_FAILED'])
  using refused = await begun(0)
  await refused.answer({ ok: false, failure: { code: 'damaged', message: 'the file is damaged' } })
  expect(refused.said).toEqual(['FAILED  window      the page was answered: the file is damaged'])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  using silent = await begun(0)
  vi.runAllTimers()
  vi.useRealTimers()
  expect(silent.said).toEqual(['FAILED  window      the page asked for nothing in 60 s'])
  for (const shell of [unloaded, refused, silent]) expect(shell.log).toContain('exit 1')
})
