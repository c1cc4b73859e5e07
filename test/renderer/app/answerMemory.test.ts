import { expect, test } from 'vitest'

import type { Reply } from '../../../core/contract/contract.ts'
import { createAnswerMemory } from '../../../renderer/app/answerMemory.ts'

type Settings = Reply<'getSettings'>
const dark: Settings = {
  language: 'en',
  theme: 'dark',
  density: 'compact',
  backupEvery: 'hour',
  updates: 'off',
  updateFeed: '',
}
const light: Settings = { ...dark, theme: 'light' }

test('U1: an answer is recalled until something that it watches changes', () => {
  const memory = createAnswerMemory()
  expect(memory.recall('getSettings', {})).toBeUndefined()
  expect(memory.keep('getSettings', {}, { reply: dark, watched: ['settings'] })).toBe(false)
  memory.forget('orders')
  expect(memory.recall('getSettings', {})).toEqual(dark)
  memory.forget('settings')
  expect(memory.recall('getSettings', {})).toBeUndefined()
})

test('U1: it is told whether an answer is the one that was kept', () => {
  const memory = createAnswerMemory()
  memory.keep('getSettings', {}, { reply: dark, watched: ['settings'] })
  expect(memory.keep('getSettings', {}, { reply: { ...dark }, watched: ['settings'] })).toBe(true)
  expect(memory.keep('getSettings', {}, { reply: light, watched: ['settings'] })).toBe(false)
  expect(memory.recall('getSettings', {})).toEqual(light)
})

test('U1: what watches nothing is not kept, and what was recalled can be changed without harm', () => {
  const memory = createAnswerMemory()
  memory.keep('getSettings', {}, { reply: dark, watched: [] })
  expect(memory.recall('getSettings', {})).toBeUndefined()
  memory.keep('getSettings', {}, { reply: dark, watched: ['settings'] })
  Object.assign(memory.recall('getSettings', {}) ?? {}, { theme: 'light' })
  expect(memory.recall('getSettings', {})).toEqual(dark)
})

test('U1: of one request only the latest eight payloads are kept, and all are forgotten at once', () => {
  const memory = createAnswerMemory()
  const facts: Reply<'listFacts'> = []
  const of = (id: string) => ({ kind: 'creator', id }) as const
  for (let i = 0; i < 9; i++) memory.keep('listFacts', of(`c${i}`), { reply: facts, watched: ['creators'] })
  expect(memory.recall('listFacts', of('c0'))).toBeUndefined()
  expect(memory.recall('listFacts', of('c8'))).toEqual(facts)
  memory.forget()
  expect(memory.recall('listFacts', of('c8'))).toBeUndefined()
})
