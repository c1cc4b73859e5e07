import * as v from 'valibot'

import type { Result } from '../../../core/contract/failure.ts'
import { settings as settingsSchema } from '../../../core/contract/workspace.ts'
import { judgeVersion } from './judgeVersion.ts'

export type Install = (failed: () => void) => void

/** What fetches and installs. It fetches nothing before it is asked to. */
export type Updater = {
  /** The version that the feed announces. */
  readonly announced: () => Promise<string>
  /** Fetches that version and checks it against what was announced. */
  readonly download: () => Promise<void>
  /** Installs what was fetched and ends the program; `failed` is called where that cannot be. */
  readonly install: Install
}

type Parts = {
  readonly version: string
  readonly request: (method: string, payload: unknown) => Promise<Result<unknown>>
  /** Makes a backup and checks it. */
  readonly backUp: () => Promise<Result<unknown>>
  /** Called only once a person has agreed. */
  readonly open: (feed: string) => Promise<Updater>
  readonly say: (line: string) => void
}

export type Looked =
  | { readonly kind: 'off' | 'current' }
  | { readonly kind: 'refused' | 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly why: string }

export type UpToDate = {
  /** Asks the feed, if a person agreed to that, and fetches what is newer. Without a network nothing happens. */
  readonly look: () => Promise<Looked>
  /** The system goes down: it must not be kept waiting, nor be cut off in the middle of an installation. */
  readonly systemEnds: () => void
  /** At the end of the program: how to install, after a backup was made and checked; undefined to end as usual. */
  readonly installation: () => Promise<Install | undefined>
}

/** Keeps an installed program up to date, with consent (K9). */
export function keepUpToDate(parts: Parts): UpToDate {
  let ready: { readonly version: string; readonly updater: Updater } | undefined
  let isEnding = false

  /** The feed that a person agreed to; asked each time, because consent can be taken back. */
  async function consentedFeed(): Promise<string | undefined> {
    const asked = await parts.request('getSettings', {})
    const { output, success } = v.safeParse(settingsSchema, asked.ok ? asked.value : undefined)
    return success && output.updates === 'on' && output.updateFeed !== '' ? output.updateFeed : undefined
  }

  async function look(): Promise<Looked> {
    const feed = await consentedFeed()
    if (feed === undefined || isEnding) return { kind: 'off' }
    try {
      const updater = await parts.open(feed)
      const version = await updater.announced()
      const judgement = judgeVersion(parts.version, version)
      if (judgement === 'same') return { kind: 'current' }
      if (judgement !== 'newer') {
        parts.say(`update refused: ${version} is not newer than ${parts.version}`)
        return { kind: 'refused', version }
      }
      if (ready?.version !== version) await updater.download()
      ready = { version, updater }
      return { kind: 'ready', version }
    } catch (error) {
      const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
      parts.say(`no update: ${why}`)
      return { kind: 'failed', why }
    }
  }

  async function installation(): Promise<Install | undefined> {
    if (ready === undefined || isEnding || (await consentedFeed()) === undefined) return undefined
    const backedUp = await parts.backUp()
    if (!backedUp.ok) {
      parts.say(`${ready.version} is not installed: no backup could be made (${backedUp.failure.message})`)
      return undefined
    }
    // The system may have begun to go down meanwhile.
    return isEnding ? undefined : ready.updater.install
  }

  return {
    look,
    installation,
    systemEnds() {
      isEnding = true
    },
  }
}
